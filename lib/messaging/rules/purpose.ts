import { fold } from "@/lib/contacts/fold";
import type { Template } from "@/lib/model/template";
import { findTemplates, templateEntry } from "../template-search";

type Category = NonNullable<Template["category"]>;

/** Words one says for an occasion, folded, by their beginnings. */
const WORDS: Record<Exclude<Category, "other">, readonly string[]> = {
  connection: ["connect", "invit", "relation", "rejoin", "network", "reseau"],
  followUp: ["follow", "remind", "relanc", "suite", "suivi", "answer", "reponse", "nudge"],
  application: ["appl", "candidat", "postul", "position", "poste", "job", "offre"],
  introduction: ["introduc", "intro", "present", "recommand", "mise en"],
  thanks: ["thank", "merci", "remerci", "grat"],
  congratulation: ["congrat", "bravo", "felicit", "new role", "promotion", "nouveau poste"],
  reconnection: ["reconnect", "catch up", "back in touch", "renou", "nouvelles", "while"],
  recruiting: ["recruit", "hir", "recrut", "embauch", "interview", "entretien", "offer", "reject"],
  sales: ["sell", "sale", "demo", "pitch", "vend", "client", "customer"],
};

/** The occasion a purpose speaks of: the one most of whose words were said. */
export function occasionIn(purpose: string): Category | undefined {
  const said = ` ${fold(purpose)}`;
  const scores = Object.entries(WORDS).map(([category, words]) => ({
    category: category as Category,
    score: words.filter((word) => said.includes(` ${word}`)).length,
  }));
  const [best] = scores.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.category : undefined;
}

/** Templates for a purpose said in words, the best first: those of its occasion, then those that hold its words. */
export function templatesForPurpose(
  purpose: string,
  templates: readonly Template[],
  { form, language }: { form: Template["form"]; language: string },
): Template[] {
  const entries = templates.map(templateEntry);
  const category = occasionIn(purpose);
  const query = { form, language };
  const found = [
    ...(category ? findTemplates(entries, { ...query, text: "", category }) : []),
    ...findTemplates(entries, { ...query, text: purpose }),
  ];
  return [...new Set(found.map(({ template }) => template))];
}
