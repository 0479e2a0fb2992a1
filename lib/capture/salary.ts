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
  [/\b(mo|month|mois|mes|mese|monat|maand|mnd)\b/, "month"],
  [/\b(wk|week|semaine|semana|settimana|woche)\b/, "week"],
  [/\b(day|jour|dia|giorno|tag|dag)\b/, "day"],
  [/\b(hr|hour|heure|hora|ora|stunde|std|uur|h)\b/, "hour"],
];

export type Pay = { min?: number; max?: number; currency?: string; period?: PayPeriod };

/** "$175K/yr - $225K/yr", "€3,500.00/mo". Numbers only where they are sure: one, or two with the smaller first. */
export function parsePay(text: string): Pay {
  const currency = CURRENCIES.find(([sign]) => sign.test(text))?.[1];
  const period = PERIODS.find(([word]) => word.test(fold(text)))?.[1];
  const pay: Pay = { ...(currency && { currency }), ...(period && { period }) };
  const amounts = [...text.matchAll(AMOUNT)].map(amount);
  const [min, max] = amounts;
  const isSure = min !== undefined && amounts.length <= 2 && min <= (max ?? min);
  if (!currency || !isSure) return pay;
  return { ...pay, min, ...(max !== undefined && { max }) };
}

/** Groups of three digits are thousands, one or two digits after the last mark are a fraction. */
const AMOUNT = /(\d{1,3}(?:[\s.,'’]\d{3})+|\d+)(?:[.,](\d{1,2})(?!\d))?\s?([KkMm]\b)?(?![\d%])/g;

function amount([, whole = "", fraction = "0", unit = ""]: RegExpMatchArray): number {
  const value = Number(`${whole.replace(/\D/g, "")}.${fraction}`);
  const times = { k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return Math.round(value * times * 100) / 100;
}
