import { clean } from "./text";

/**
 * A text as its writer broke it into lines, where the page keeps line breaks as they stand in the source: <br>, a
 * block and a line feed each end a line. Empty lines and what is a button are left out.
 */
export function writtenText(root: Element): string {
  let text = "";
  const walk = (parent: Element): void => {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) text += node.nodeValue ?? "";
      if (node.nodeType !== 1) continue;
      const el = node as Element;
      const name = el.tagName.toUpperCase();
      if (name === "BUTTON" || /^H[1-3]$/.test(name) || el.matches(".visually-hidden")) continue;
      const breaks = /^(BR|P|DIV|LI|UL)$/.test(name);
      if (breaks) text += "\n";
      walk(el);
      if (breaks) text += "\n";
    }
  };
  walk(root);
  return text.split("\n").map(clean).filter(Boolean).join("\n");
}
