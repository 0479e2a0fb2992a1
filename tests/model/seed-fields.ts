/**
 * Reads the fields out of the five documents that say what Rapport takes the place of. They are
 * written in three ways: object literals with a comment per field, Prisma models, and lists of words.
 */

/** Collection → its fields. Nested fields are `outer.inner`, values that stand in a comment `field = value`. */
export type SeedFields = Map<string, Set<string>>;

export function readSeed(text: string): SeedFields {
  const found: SeedFields = new Map();
  readObjectLiterals(text, found);
  readPrismaModels(text, found);
  readWordLists(text, found);
  return found;
}

/** Quoted lower-case words are values; `{prénom}` and times of day are examples. */
function quotedValues(comment: string): string[] {
  if (/Exemple|Example|comme "|Format/.test(comment)) return [];
  return [...comment.matchAll(/["']([a-z0-9_-]+)["']/gi)].map((match) => match[1]!);
}

function add(found: SeedFields, collection: string, field: string): void {
  const fields = found.get(collection) ?? new Set();
  found.set(collection, fields.add(field));
}

const TITLE = /^(?:## (\w+) Collection|\*\*(\w+)\*\*|([a-z][\w' ]*))$/;

/** A stack of what is open: names of fields, and an empty word for an object without one. */
function readObjectLiterals(text: string, found: SeedFields): void {
  let title = "";
  const open: string[] = [];
  for (const line of text.split("\n").map((raw) => raw.trim())) {
    const [code = "", comment = ""] = line.split(/\/\/(.*)/);
    if (open.length === 0) {
      const named = TITLE.exec(line);
      if (named) title = (named[1] ?? named[2] ?? named[3])!;
      if (line === "{" && title) open.push("");
      continue;
    }
    const field = /^(\w+):\s*(.*)$/.exec(code.trim());
    if (field) {
      const name = [...open, field[1]!].filter(Boolean).join(".");
      add(found, title, name);
      for (const value of quotedValues(comment)) add(found, title, `${name} = ${value}`);
    }
    if (/[{[]$/.test(code.trim())) open.push(field?.[1] ?? "");
    if (/^[}\]]/.test(code.trim())) open.pop();
  }
}

function readPrismaModels(text: string, found: SeedFields): void {
  for (const model of text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
    let last = "";
    let pending = "";
    for (const line of model[2]!.split("\n").map((raw) => raw.trim())) {
      const field = /^(\w+)\s+(\w+)(\[\])?\??/.exec(line);
      const comment = line.split("//")[1] ?? "";
      if (line.startsWith("//")) {
        if (line.startsWith('// "')) addComment(found, model[1]!, last, comment);
        else pending = comment;
        continue;
      }
      if (!field) continue;
      last = field[1]!;
      add(found, model[1]!, last);
      addComment(found, model[1]!, last, comment);
      if (pending.startsWith(" [{")) addComment(found, model[1]!, last, pending);
      pending = "";
    }
  }
}

/** `{rue, ville}` names inner fields, `"cdi" | "cdd"` names values, `niveau: "A1"|"A2"` both. */
function addComment(found: SeedFields, collection: string, field: string, comment: string): void {
  const shape = /\{(.*)\}/.exec(comment);
  if (!shape) {
    for (const value of quotedValues(comment)) add(found, collection, `${field} = ${value}`);
    return;
  }
  for (const part of shape[1]!.split(",")) {
    const name = /(\w+)/.exec(part)![1]!;
    add(found, collection, `${field}.${name}`);
    for (const value of quotedValues(part)) add(found, collection, `${field}.${name} = ${value}`);
  }
}

/**
 * Sections `#### 1. \`name\`` with a block of bullets. A name is a word with an underscore, a word in
 * quotes or before a colon or bracket, or one of a run of three or more words between commas.
 */
function readWordLists(text: string, found: SeedFields): void {
  const section = /^####? (?:\d+\. |Extensions )`(\w+)`\n```sql\n([\s\S]*?)```/gm;
  for (const [, collection, block] of text.matchAll(section)) {
    const whole = block!
      .replace(/,\s*\n\s+/g, ", ")
      .replaceAll("salary_min/max", "salary_min, salary_max");
    for (const line of whole.split("\n")) {
      const names = [
        ...line.matchAll(/(?<!\p{L})[A-Za-z]+(?:_[A-Za-z]+)+\b/gu),
        ...line.matchAll(/(?<![\p{L}_])([a-z]+)(?= JSONB| INTEGER| \(\w+,|: \d)/gu),
      ].map((match) => match[0]);
      const runs = [...line.matchAll(/\w+(?:, \w+){2,}/g)].flatMap((run) => run[0].split(", "));
      for (const name of [...names, ...runs]) add(found, collection!, name);
    }
  }
}
