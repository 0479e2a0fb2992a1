import type { Template } from "@/lib/model/template";

/** What makes two templates rivals for being the default: the same thing, said for the same occasion. */
export function occasionOf(template: Partial<Template>): string {
  const {
    form = "message",
    category = "other",
    emailType = "",
    language = "",
    employerId = "",
  } = template;
  return [form, category, emailType, language, employerId].join("/");
}

export type DefaultEdit = { id: string; isDefault: boolean };

/**
 * What to change so that each occasion has exactly one default: the one just asked for; else the one that
 * stands (of two that two devices made, the one changed last); else the first made.
 */
export function keepOneDefault(templates: readonly Template[], wished?: string): DefaultEdit[] {
  const occasions = new Map<string, Template[]>();
  for (const template of templates) {
    if (template.isActive === false) continue;
    const rivals = occasions.get(occasionOf(template));
    if (rivals) rivals.push(template);
    else occasions.set(occasionOf(template), [template]);
  }
  const chosen = new Set([...occasions.values()].map((rivals) => choose(rivals, wished).id));
  return templates
    .filter((template) => (template.isDefault ?? false) !== chosen.has(template.id))
    .map(({ id }) => ({ id, isDefault: chosen.has(id) }));
}

function choose(rivals: readonly Template[], wished: string | undefined): Template {
  const asked = rivals.find(({ id }) => id === wished);
  if (asked) return asked;
  const standing = rivals.filter(({ isDefault }) => isDefault);
  if (standing.length > 0)
    return standing.reduce((a, b) => ((b.updatedAt ?? "") > (a.updatedAt ?? "") ? b : a));
  return rivals.reduce((a, b) => (firstMade(b) < firstMade(a) ? b : a));
}

function firstMade({ createdAt, id }: Template): string {
  return `${createdAt} ${id}`;
}
