import type { Person } from "@/lib/model/person";
import type { Template } from "@/lib/model/template";
import type { MessageForm } from "./limits";

type Category = NonNullable<Template["category"]>;

/** What one most likely writes to somebody: an invitation to a stranger, a word to somebody one knows. */
export function likelyForm({ degree, connectedAt }: Person): MessageForm {
  if (degree === 1 || connectedAt) return "message";
  return degree === undefined ? "message" : "note";
}

/** The template a new draft begins with: the default of the likeliest occasion, else any of the form. */
export function firstTemplate(
  templates: readonly Template[],
  wish: { form: MessageForm; language: string; hasHistory: boolean },
): Template | undefined {
  const rivals = templates
    .filter(({ isActive, form }) => isActive !== false && (form ?? "message") === wish.form)
    .toSorted((a, b) => rank(a, wish.language) - rank(b, wish.language));
  const occasions: Category[] =
    wish.form === "note" ? ["connection"] : [wish.hasHistory ? "followUp" : "reconnection"];
  return rivals.find(({ category }) => category && occasions.includes(category)) ?? rivals[0];
}

/** The language first, then the default. */
function rank({ language, isDefault }: Template, wished: string): number {
  return (language?.split("-")[0] === wished ? 0 : 2) + (isDefault ? 0 : 1);
}
