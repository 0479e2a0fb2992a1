import type { Template } from "@/lib/model/template";

/** A template as it ships: the fields a person would fill in the editor. */
export type Starter = Pick<
  Template,
  "name" | "kind" | "form" | "category" | "emailType" | "subject" | "content" | "tone" | "purpose"
> & { key: string };

export type StarterLanguage = "en" | "fr";

/** The same row on every device, so that two devices that both begin with the set end with one of each. */
export function starterId(language: StarterLanguage, key: string): string {
  return `00000000-0000-8000-8001-${hash48(`${language}/${key}`)}`;
}

/** FNV-1a over UTF-16 units, 48 bits of it in hexadecimal. */
function hash48(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    hash ^= BigInt(text.charCodeAt(at));
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return (hash >> 16n).toString(16).padStart(12, "0");
}
