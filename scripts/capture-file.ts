import { Parser } from "htmlparser2";
import { parseHTML } from "linkedom";

/** Elements whose end a page may leave out. */
const OPTIONAL_END = new Set(
  "html head body p li dt dd option optgroup colgroup thead tbody tfoot tr td th".split(" "),
);

export type SavedPage = { html: string; ending: "whole" | "cutOff" };

/**
 * A saved page, without the half word and half tag at the end of a file that was cut. A part of a page whose
 * elements all end is whole: people save a part of a page, too.
 */
export function openSaved(text: string): SavedPage {
  const cutInTag = text.lastIndexOf("<") > text.lastIndexOf(">");
  if (!cutInTag && !leavesOpen(text)) return { html: text, ending: "whole" };
  return { html: text.slice(0, text.lastIndexOf(">") + 1), ending: "cutOff" };
}

function leavesOpen(text: string): boolean {
  let isOver = false;
  let open = false;
  const parser = new Parser({
    onclosetag(name) {
      open ||= isOver && !OPTIONAL_END.has(name);
    },
  });
  parser.write(text);
  isOver = true;
  parser.end();
  return open;
}

/** A document as written: this parser moves nothing to where HTML would have it. */
export function parseUncorrected(html: string): Document {
  const page = /<html[\s>]/i.test(html) ? html : `<html><head></head>${bodyOf(html)}</html>`;
  return parseHTML(page).document;
}

const bodyOf = (html: string): string => (/<body[\s>]/i.test(html) ? html : `<body>${html}</body>`);
