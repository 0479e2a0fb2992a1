import type { Part } from "./render";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character]!);
}

/** The HTML body of a mail. In an HTML template the writer's own words are markup; facts never are. */
export function toHtml(parts: Part[], format: "text" | "html"): string {
  if (format === "html")
    return parts.map((part) => (part.type === "text" ? part.text : escapeHtml(part.text))).join("");
  const text = parts.map((part) => part.text).join("");
  return text
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}

/** The plain-text part of an HTML mail: line ends where blocks end, tags gone, entities read. */
export function toPlainText(html: string, read: (html: string) => Document = readHtml): string {
  const body = read(
    html.replaceAll(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^>]*>/giu, "$&\n"),
  ).body;
  return body.textContent
    .replaceAll(/[ \t]+/gu, " ")
    .replaceAll(/ ?\n ?/gu, "\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

function readHtml(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** Stands where nothing is said: neither letter nor space, so no claim is made of it. */
export const UNSAID = "\u0001";

/** The words of an HTML text at their places: tags are taken out and entities read, nothing moves. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/gu, (tag) => {
      const gap = UNSAID.repeat(tag.length);
      // A new block begins a sentence, as a new line does.
      return BLOCK.test(tag) ? `${gap.slice(1)}\n` : gap;
    })
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/gu, (entity, name: string) =>
      (CHARACTERS[name] ?? " ").padEnd(entity.length),
    );
}

const BLOCK = /^<\/?(?:p|br|div|li|ul|ol|h[1-6]|t[rdh]|table|blockquote)\b/iu;
const CHARACTERS: Record<string, string> = { amp: "&", quot: '"', "#39": "’" };
