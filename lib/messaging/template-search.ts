import { fold } from "@/lib/contacts/fold";
import type { Template } from "@/lib/model/template";
import type { TemplateStats } from "./template-stats";

/** A template as a list needs it: folded once, found in many times. */
export type TemplateEntry = { template: Template; name: string; hay: string };

export type TemplateQuery = {
  text: string;
  form?: Template["form"];
  category?: Template["category"];
  emailType?: Template["emailType"];
  /** The first part of a BCP 47 tag. */
  language?: string;
  /** With those that are put away. */
  all?: boolean;
};

export function templateEntry(template: Template): TemplateEntry {
  const { name, subject, content, tags, shortcut } = template;
  const rest = [subject, content, ...(tags ?? []), shortcut && `/${shortcut}`].filter(Boolean);
  return {
    template,
    name: ` ${fold(name)}`,
    hay: ` ${fold([name, ...rest].join(" "))}`,
  };
}

/** What a library can be put in order by, besides what fits the words best. */
export const TEMPLATE_ORDERS = ["used", "answered", "latest"] as const;
export type TemplateOrder = (typeof TEMPLATE_ORDERS)[number];

/**
 * The same templates, those with the most of it first and the rest as they stood. A rate of few messages says
 * nothing: such a template comes after all that have one.
 */
export function orderTemplates(
  found: readonly TemplateEntry[],
  order: TemplateOrder,
  stats: ReadonlyMap<string, TemplateStats>,
): TemplateEntry[] {
  const measure = ({ template }: TemplateEntry): number => {
    const of = stats.get(template.id);
    if (!of) return -1;
    if (order === "used") return of.used;
    if (order === "answered") return of.successRate ?? -1;
    return of.lastUsedAt ? Date.parse(of.lastUsedAt) : -1;
  };
  return found.toSorted((a, b) => measure(b) - measure(a));
}

/** Every word must be found; names that begin so come first, then defaults, then by name. 500 take well under a frame. */
export function findTemplates(
  entries: readonly TemplateEntry[],
  query: TemplateQuery,
): TemplateEntry[] {
  const words = fold(query.text).split(" ").filter(Boolean);
  return entries
    .filter(({ template }) => fits(template, query))
    .filter(({ hay }) => words.every((word) => hay.includes(word)))
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .toSorted((a, b) => a.rank - b.rank || compare(a.entry.name, b.entry.name))
    .map(({ entry }) => entry);
}

function fits(template: Template, query: TemplateQuery): boolean {
  const { form, category, emailType, language, all } = query;
  return (
    (all === true || template.isActive !== false) &&
    (form === undefined || (template.form ?? "message") === form) &&
    (category === undefined || template.category === category) &&
    (emailType === undefined || template.emailType === emailType) &&
    (language === undefined || languageOf(template) === language)
  );
}

function languageOf({ language }: Template): string | undefined {
  return language?.split("-")[0];
}

function rankOf({ name, template }: TemplateEntry, words: readonly string[]): number {
  const byName = words.every((word) => name.includes(` ${word}`)) ? 0 : 2;
  return byName + (template.isDefault ? 0 : 1);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
