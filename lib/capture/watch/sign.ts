export type Sign = { say(line: string, stop: string): void; remove(): void };

const PILL =
  "position:fixed;inset-block-end:20px;inset-inline-start:20px;z-index:2147483647;display:flex;align-items:center;" +
  "gap:12px;padding:8px 8px 8px 16px;border-radius:999px;background:#3a1f33;color:#fbf5f8;" +
  "font:500 14px/1.4 system-ui,sans-serif;box-shadow:0 4px 18px rgb(0 0 0/.28)";
const BUTTON =
  "all:unset;cursor:pointer;padding:4px 14px;border-radius:999px;background:#fbf5f8;color:#3a1f33;font-weight:600";

/**
 * The one thing that is ever put into a page: a bare <div> with a closed shadow root, which says that rows are
 * being saved and holds the button that ends it.
 */
export function showSign(doc: Document, onStop: () => void): Sign {
  const host = doc.createElement("div");
  const shadow = host.attachShadow({ mode: "closed" });
  const pill = doc.createElement("div");
  pill.style.cssText = PILL;
  pill.setAttribute("role", "status");
  const line = doc.createElement("span");
  const button = doc.createElement("button");
  button.style.cssText = BUTTON;
  // What the page itself makes up is no press of a person.
  button.addEventListener("click", (event) => event.isTrusted && onStop());
  pill.append(line, button);
  return {
    say(text, stop) {
      line.textContent = text;
      button.textContent = stop;
      // Shown with the first words, beside the page's own body and not in it.
      if (!host.isConnected) {
        shadow.append(pill);
        doc.documentElement.append(host);
      }
    },
    remove: () => host.remove(),
  };
}
