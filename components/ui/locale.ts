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
