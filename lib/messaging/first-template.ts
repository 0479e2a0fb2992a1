import type { Person } from "@/lib/model/person";
import type { Template } from "@/lib/model/template";
import type { MessageForm } from "./limits";

type Category = NonNullable<Template["category"]>;

/** What one most likely writes to somebody: an invitation to a stranger, a word to somebody one knows. */
export function likelyForm({ degree, connectedAt }: Person): MessageForm {
  if (degree === 1 || connectedAt) return "message";
  return degree === undefined ? "message" : "note";
}

/** Nobody is told "it has been a while" whom one never met. */
const OCCASIONS = {
  exchange: "followUp",
  connection: "reconnection",
  none: "connection",
} as const satisfies Record<string, Category>;

type Past = keyof typeof OCCASIONS;

export function pastWith({ degree, connectedAt }: Person, hasExchange: boolean): Past {
  if (hasExchange) return "exchange";
  return degree === 1 || connectedAt ? "connection" : "none";
}

/** The template a new draft begins with: the default of the likeliest occasion, else any of the form. */
export function firstTemplate(
  templates: readonly Template[],
  wish: {
    form: MessageForm;
    language: string;
    /** What one has behind oneself: an exchange, a connection, nothing yet. */
    past: Past;
  },
): Template | undefined {
  const rivals = templates
    .filter(({ isActive, form }) => isActive !== false && (form ?? "message") === wish.form)
    .toSorted((a, b) => rank(a, wish.language) - rank(b, wish.language));
  const occasion = wish.form === "note" ? "connection" : OCCASIONS[wish.past];
  return rivals.find(({ category }) => category === occasion) ?? rivals[0];
}

/** The language first, then the default. */
function rank({ language, isDefault }: Template, wished: string): number {
  return (language?.split("-")[0] === wished ? 0 : 2) + (isDefault ? 0 : 1);
}
