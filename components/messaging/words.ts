import { i18n } from "#i18n";
import { language } from "@/components/ui/locale";
import type { Concern } from "@/lib/messaging/draft";
import type { Fault } from "@/lib/messaging/language/parse";
import { messageForms } from "@/lib/messaging/limits";

/** One of a few to choose from, with its word. */
export type Option = { value: string; label: string };

export const formOptions = () =>
  messageForms.map((form): Option => ({ value: form, label: i18n.t(`messaging.forms.${form}`) }));

/** A language by its own name: "English", "français". */
export function languageWord(tag: string): string {
  return new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
}

/** A language as the screen's language calls it: "French", "anglais". */
export function languageSaid(tag: string): string {
  return new Intl.DisplayNames(language(), { type: "language" }).of(tag) ?? tag;
}

export function variableWord(name: string): string {
  return i18n.t(`messaging.variables.${name as "firstName"}`);
}

/** A reason to look, in a sentence. */
export function concernText(concern: Concern): string {
  switch (concern.code) {
    case "missing":
      return i18n.t("messaging.concerns.missing", [variableWord(concern.variable)]);
    case "unknown":
      return i18n.t("messaging.concerns.unknown", [concern.name]);
    case "unsupported":
      return i18n.t("messaging.concerns.unsupported", [concern.claim.text]);
    case "tooLong":
      return i18n.t(
        concern.part === "body"
          ? "messaging.concerns.bodyTooLong"
          : "messaging.concerns.subjectTooLong",
        concern.over,
        [String(concern.over)],
      );
    case "empty":
      return i18n.t("messaging.concerns.empty");
  }
}

const FAULTS: Record<Fault["code"], (line: string) => string> = {
  strayBrace: (line) => i18n.t("messaging.faults.strayBrace", [line]),
  emptyTag: (line) => i18n.t("messaging.faults.emptyTag", [line]),
  unclosedIf: (line) => i18n.t("messaging.faults.unclosedIf", [line]),
  strayElse: (line) => i18n.t("messaging.faults.strayElse", [line]),
  strayEndIf: (line) => i18n.t("messaging.faults.strayEndIf", [line]),
};

/** What is wrong in a template, and in which line. */
export function faultText({ code, at }: Fault, source: string): string {
  return FAULTS[code](String(source.slice(0, at).split("\n").length));
}
