import { i18n } from "#i18n";
import { browser } from "@/lib/platform/browser";

/** The language the strings are in: the browser shows English where it has no better. */
export function language(): string {
  return i18n.t("language.tag");
}

/** For dates and numbers: the browser's region (en-GB, fr-CA) when it speaks the language the strings are in. */
export function locale(): string {
  const browsers = browser.i18n.getUILanguage();
  return browsers.split("-")[0] === language() ? browsers : language();
}

export function numberText(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

const BYTES = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "12 MB", in steps of a thousand, as disks are sold. */
export function bytesText(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), BYTES.length - 1);
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale(), {
    style: "unit",
    unit: BYTES[step],
    // The short word for bytes has no plural.
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}
