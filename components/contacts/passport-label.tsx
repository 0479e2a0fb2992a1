import { PenLine } from "lucide-react";
import { i18n } from "#i18n";
import { fullMoment } from "@/components/ui/moment";
import { tip } from "@/components/ui/tip";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { PassportEntry } from "@/lib/model/passport";

const SOURCES: Record<PassportEntry["source"], () => string> = {
  user: () => i18n.t("passport.user"),
  capture: () => i18n.t("passport.capture"),
  export: () => i18n.t("passport.export"),
  cv: () => i18n.t("passport.cv"),
  mail: () => i18n.t("passport.mail"),
  calendar: () => i18n.t("passport.calendar"),
  ai: () => i18n.t("passport.ai"),
  server: () => i18n.t("passport.server"),
};

const VISIBILITIES: Record<NonNullable<PassportEntry["visibility"]>, () => string> = {
  public: () => i18n.t("passport.public"),
  signedIn: () => i18n.t("passport.signedIn"),
  firstDegree: () => i18n.t("passport.firstDegree"),
};

/** A field's name; pointed at or reached by key it says where the value came from, when, and who could see it. */
export function PassportLabel({
  field,
  entry,
}: {
  field: string;
  entry: PassportEntry | undefined;
}) {
  const label = fieldLabel(field);
  if (!entry) return label;
  const lines = passportLines(entry);
  return (
    <button
      type="button"
      {...tip(...lines)}
      aria-label={[label, ...lines].join(". ")}
      className="inline-flex cursor-help items-center gap-1 rounded-sm text-left underline decoration-transparent decoration-dotted underline-offset-3 hover:decoration-current"
    >
      {label}
      {entry.source === "user" && <PenLine aria-hidden="true" className="size-3" />}
    </button>
  );
}

export function passportLines(entry: PassportEntry): string[] {
  return [
    SOURCES[entry.source](),
    fullMoment(entry.at),
    ...(entry.visibility ? [VISIBILITIES[entry.visibility]()] : []),
  ];
}
