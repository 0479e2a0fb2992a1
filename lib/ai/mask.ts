/** What stands in for something private, and how to put it back into the answer. */
export type Mask = {
  hide: (text: string) => string;
  restore: (text: string) => string;
  /** How many different things were hidden. */
  count: () => number;
};

const MAIL =
  /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+\s*(?:[@＠]|[([{]\s*(?:at|arobase|@)\s*[)\]}])\s*[\p{L}\p{N}-]+(?:\s*(?:\.|[([{]\s*(?:dot|point)\s*[)\]}])\s*[\p{L}\p{N}-]+)+/giu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d(?:[\s.\u00a0\u202f()/-]{0,2}\d){7,16}(?!\d)/gu;
/** Digits that are no number to call: years, days, amounts written in thousands. */
const NO_PHONE =
  /^(?:(?:19|20)\d{2}\D{1,3}(?:19|20)\d{2}|\d{4}-\d{2}-\d{2}(?:\D.*)?|\d{1,3}(?:[ .\u00a0\u202f]\d{3})+)$/u;

/**
 * Hides e-mail addresses, phone numbers and the given secrets behind names such as `[phone 1]`; the same
 * thing always gets the same name. Hiding a little too much costs nothing: the answer gets it back.
 */
export function createMask(secrets: readonly string[] = []): Mask {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  const known = [...new Set(secrets.map((secret) => secret.trim()))]
    .filter((secret) => secret.length > 2)
    .toSorted((a, b) => b.length - a.length);
  const pattern = known.length > 0 ? new RegExp(known.map(escape).join("|"), "giu") : undefined;

  const nameOf = (kind: string) => (found: string) => {
    const key = found.toLowerCase();
    const name = names.get(key);
    if (name) return name;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = `[${kind} ${count}]`;
    names.set(key, made);
    originals.set(made, found);
    return made;
  };
  const originals = new Map<string, string>();

  return {
    hide(text) {
      const first = pattern ? text.replace(pattern, nameOf("private")) : text;
      return first
        .replace(MAIL, nameOf("e-mail"))
        .replace(PHONE, (found) => (NO_PHONE.test(found) ? found : nameOf("phone")(found)));
    },
    restore: (text) =>
      text.replace(/\[(?:private|e-mail|phone) \d+\]/gu, (name) => originals.get(name) ?? name),
    count: () => names.size,
  };
}

/** The same for every text inside a value. */
export function inside<T>(value: T, change: (text: string) => string): T;
export function inside(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => inside(one, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inside(inner, change)]),
  );
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
