/** One line a person sees, with the element that holds it. */
export type Line = { text: string; el: Element };

const INLINE = new Set(
  "A ABBR B BDI BDO CODE EM FONT I ICON IMG LABEL LI-ICON MARK S SMALL SPAN STRONG SUB SUP TIME U WBR".split(
    " ",
  ),
);
const SILENT = new Set(
  "BUTTON CODE DIALOG INPUT NOSCRIPT OPTION SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA".split(" "),
);
const HIDDEN = '[hidden], [role="dialog"], [style*="display:none"], [style*="display: none"]';
/** Named the same since 2016 in the two older families; the newest one has only the twin order below. */
const SCREEN_READER = /(^|\s)(visually-hidden|a11y-text|sr-only)(\s|$)/;

/** Long text a person wrote, in the newest family: never a title, a company or a place. */
export const WRITTEN = '[data-testid="expandable-text-box"]';

/** Direction marks and zero-width spaces are for the renderer; a joiner inside an emoji is not. */
export function clean(text: string | null | undefined): string {
  return (text ?? "")
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The lines under an element, in order. A line ends where a block element or <br> begins or ends, so nesting
 * that one parser corrects and another keeps (<a> in <a>, <ul> in <p>) gives the same lines.
 */
export function linesOf(root: Element, skip?: (el: Element) => boolean): Line[] {
  const lines: Line[] = [];
  let text = "";
  let owner: Element | undefined;
  const end = (): void => {
    const line = clean(text);
    if (line && owner) lines.push({ text: line, el: owner });
    text = "";
    owner = undefined;
  };
  const walk = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) {
        text += node.nodeValue ?? "";
        if (!owner && node.nodeValue?.trim()) owner = parent;
      }
      if (node.nodeType !== 1) continue;
      const el = node as Element;
      if (isSilent(el) || skip?.(el)) continue;
      const breaks = !INLINE.has(el.tagName.toUpperCase()) || hasTwin(el);
      if (breaks) end();
      walk(el);
      if (breaks) end();
    }
  };
  walk(root);
  end();
  return lines;
}

export const textsOf = (root: Element, skip?: (el: Element) => boolean): string[] =>
  linesOf(root, skip).map((line) => line.text);

export const firstLine = (root: Element | null | undefined): string | undefined =>
  root ? linesOf(root)[0]?.text : undefined;

export const lineAt = (root: ParentNode, selector: string): string | undefined =>
  firstLine(root.querySelector(selector));

/** All lines as one text, the way the person wrote it. */
export const wholeText = (root: Element, skip?: (el: Element) => boolean): string =>
  textsOf(root, skip).join("\n");

function isSilent(el: Element): boolean {
  if (SILENT.has(el.tagName.toUpperCase())) return true;
  if (el.matches(HIDDEN)) return true;
  if (SCREEN_READER.test(el.getAttribute("class") ?? "")) return true;
  const hiddenBlock = /^(DIV|UL)$/.test(el.tagName) && el.getAttribute("aria-hidden") === "true";
  return hiddenBlock || isSpokenTwin(el);
}

/** <span>spoken</span><span aria-hidden="true">shown</span>, in either order: the second is what stands on the screen. */
function isSpokenTwin(el: Element): boolean {
  if (el.tagName !== "SPAN" || el.hasAttribute("aria-hidden")) return false;
  return speaksOf(el, el.nextElementSibling) || speaksOf(el, el.previousElementSibling);
}

function speaksOf(el: Element, twin: Element | null): boolean {
  if (twin?.tagName !== "SPAN" || twin.getAttribute("aria-hidden") !== "true") return false;
  const [spoken, shown] = [clean(el.textContent), clean(twin.textContent)];
  return shown.length > 1 && spoken.includes(shown);
}

/** <span aria-hidden="true">shown</span><span class="visually-hidden">spoken</span> is a line of its own. */
function hasTwin(el: Element): boolean {
  if (el.getAttribute("aria-hidden") !== "true") return false;
  const next = el.nextElementSibling;
  if (!next) return false;
  return SCREEN_READER.test(next.getAttribute("class") ?? "") || speaksOf(next, el);
}
