import type { JobRecord, PayPeriod } from "./capture";
import { fold } from "./words";

type Salary = NonNullable<JobRecord["salary"]>;

const SIGNS: [RegExp, string][] = [
  [/CA\$|CAD/, "CAD"],
  [/A\$|AUD/, "AUD"],
  [/R\$|BRL/, "BRL"],
  [/MX\$|MXN/, "MXN"],
  [/\$|USD/, "USD"],
  [/€|EUR/, "EUR"],
  [/£|GBP/, "GBP"],
  [/₹|INR/, "INR"],
  [/CHF/, "CHF"],
  [/¥|JPY/, "JPY"],
];
const PERIODS: [RegExp, PayPeriod][] = [
  [/\b(yr|year|an|annee|ano|anno|jahr|jaar)\b/, "year"],
  [/\b(mo|month|mois|mes|mese|monat|maand)\b/, "month"],
  [/\b(wk|week|semaine|semana|settimana|woche)\b/, "week"],
  [/\b(day|jour|dia|giorno|tag|dag)\b/, "day"],
  [/\b(hr|hour|heure|hora|ora|stunde|uur)\b/, "hour"],
];

/** "$175K/yr - $225K/yr", "€3,500.00/mo". The text always stays; numbers only where they are sure. */
export function parseSalary(text: string): Salary | undefined {
  const currency = SIGNS.find(([sign]) => sign.test(text))?.[1];
  if (!currency || !/\d/.test(text) || text.length > 80) return undefined;
  const period = PERIODS.find(([word]) => word.test(fold(text)))?.[1];
  const amounts = [...text.matchAll(/(\d[\d.,\u00a0\u202f]*)\s?([KkMm])?(?![\d%])/g)].map(amount);
  const [min, max] = amounts;
  const salary: Salary = { text, currency, ...(period && { period }) };
  if (amounts.length === 0 || amounts.length > 2 || !amounts.every(Number.isFinite)) return salary;
  return { ...salary, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** A group of three after the last dot or comma is thousands; fewer digits are a fraction. */
function amount([, digits = "", unit = ""]: RegExpMatchArray): number {
  const plain = digits.replace(/[\u00a0\u202f]/g, "").replace(/[.,]$/, "");
  const fraction = /[.,](\d{1,2})$/.exec(plain)?.[1] ?? "";
  const whole = plain.slice(0, plain.length - (fraction ? fraction.length + 1 : 0));
  const value = Number(`${whole.replace(/[.,]/g, "")}.${fraction || "0"}`);
  const times = { k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return Math.round(value * times * 100) / 100;
}
