import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtExtension } from "./browser";

/** A text of the built extension by its key (`account_connect`), so that a test follows its wording. */
export function builtWord(key: string, language = "en"): string {
  const file = join(builtExtension(), "_locales", language, "messages.json");
  const all = JSON.parse(readFileSync(file, "utf8")) as Record<string, { message: string }>;
  const found = all[key]?.message;
  if (found === undefined) throw new Error(`The built extension has no text called ${key}.`);
  return found;
}
