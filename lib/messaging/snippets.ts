import { fold } from "@/lib/contacts/fold";
import type { Template } from "@/lib/model/template";

/** What may follow the `/`: it must not look like a path or a date. */
const SHORTCUT = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,29}$/u;
const BEFORE_CARET = /(?:^|\s)\/([\p{L}\p{N}-]{0,30})$/u;

/** The `/name` that ends at the caret, and where it stands. */
export type Asked = { name: string; from: number; to: number };

export function isShortcut(name: string): boolean {
  return SHORTCUT.test(name);
}

export function askedAt(text: string, caret: number): Asked | undefined {
  const found = BEFORE_CARET.exec(text.slice(0, caret));
  if (!found) return undefined;
  const name = found[1]!;
  return { name, from: caret - name.length - 1, to: caret };
}

/** Templates whose shortcut begins so, the shortest first. */
export function snippetsFor(name: string, templates: readonly Template[]): Template[] {
  const asked = fold(name);
  return templates
    .filter(({ shortcut, isActive }) => shortcut && isActive !== false)
    .filter(({ shortcut }) => fold(shortcut!).startsWith(asked))
    .toSorted((a, b) => a.shortcut!.length - b.shortcut!.length);
}

/** Another active template that answers to the same name. */
export function ownerOf(
  shortcut: string,
  templates: readonly Template[],
  besides?: string,
): Template | undefined {
  return templates.find(
    ({ id, shortcut: other, isActive }) =>
      id !== besides && isActive !== false && other !== undefined && fold(other) === fold(shortcut),
  );
}

export function placeSnippet(
  text: string,
  { from, to }: Asked,
  content: string,
): { text: string; caret: number } {
  return { text: text.slice(0, from) + content + text.slice(to), caret: from + content.length };
}
