import type { Settings } from "@/lib/model/settings";
import type { Template } from "@/lib/model/template";

/** When a mail ends with a line about writing no more. */
export const FAREWELL_TIMES = [
  "always",
  "selling",
  "never",
] as const satisfies readonly NonNullable<Settings["mailFarewell"]>[];
export type FarewellTime = (typeof FAREWELL_TIMES)[number];

/** What a mail begins with; whoever writes it decides. A letter that sells must have one, a personal one need not. */
export function wantsFarewell(
  when: FarewellTime,
  template: Pick<Template, "category" | "purpose"> | undefined,
): boolean {
  if (when !== "selling") return when === "always";
  return template?.category === "sales" || template?.purpose === "sales";
}

const LINES = {
  link: {
    en: "If you would rather not hear from me, say so here:",
    fr: "Si vous préférez ne plus recevoir de messages de ma part, dites-le ici :",
  },
  answer: {
    en: "If you would rather not hear from me, answer “no more” and I will not write again.",
    fr: "Si vous préférez ne plus recevoir de messages de ma part, répondez « stop » et je n’écrirai plus.",
  },
} as const;

/** In the mail's own language: with the address that takes the “no”, or, where no server stands behind it, by answering. */
export function farewellLine(language: string, by: keyof typeof LINES): string {
  return LINES[by][language.startsWith("fr") ? "fr" : "en"];
}
