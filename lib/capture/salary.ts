import type { PayPeriod } from "./capture";
import { fold } from "./words";

/** In order: a sign with a country before the bare one. */
const CURRENCIES: [RegExp, string][] = [
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

export type Pay = { min?: number; max?: number; currency?: string; period?: PayPeriod };

/** "$175K/yr - $225K/yr", "€3,500.00/mo". Numbers only where they are sure: one, or two with the smaller first. */
export function parsePay(text: string): Pay {
  const currency = CURRENCIES.find(([sign]) => sign.test(text))?.[1];
  const period = PERIODS.find(([word]) => word.test(fold(text)))?.[1];
  const pay: Pay = { ...(currency && { currency }), ...(period && { period }) };
  const amounts = [...text.matchAll(/(\d[\d.,\u00a0\u202f]*)\s?([KkMm])?(?![\d%])/g)].map(amount);
  const [min, max] = amounts;
  const isSure = min !== undefined && amounts.length <= 2 && min <= (max ?? min);
  if (!currency || !isSure) return pay;
  return { ...pay, min, ...(max !== undefined && { max }) };
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
