import { i18n } from "#i18n";
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

/** Where a value came from, in the language of the screen. */
export function sourceWord({ source, taught }: PassportEntry): string {
  return source === "capture" && taught ? i18n.t("passport.taught") : SOURCES[source]();
}

/** Who could see it there; undefined where nobody said. */
export function visibilityWord({ visibility }: PassportEntry): string | undefined {
  return visibility && VISIBILITIES[visibility]();
}
