import { css } from "./looks";
import type { Page } from "./pages";
import { h, toHtml, toWire } from "./tree";

/** The whole page as one text, the way it stands once everything has come: what a saved page would hold. */
export function savedPage(page: Page): string {
  return wrap(page, toHtml(h("div", { id: "root" }, page.body), true), "");
}

/** The page as served. A server-driven one comes as a tree and `client.js` builds it. */
export function servedPage(page: Page, nonce: string): string {
  if (!page.built) return wrap(page, toHtml(page.body), nonce);
  const tree = JSON.stringify({ tree: toWire(page.body), scrolls: page.scrolls });
  const root = toHtml(h("div", { id: "root", "data-strictmode": "true" }));
  return wrap(
    page,
    `${root}<script id="tree" type="application/json" nonce="${nonce}">${tree.replaceAll("<", "\\u003c")}</script>` +
      `<script src="/practice/client.js" nonce="${nonce}"></script>`,
    nonce,
  );
}

function wrap(page: Page, body: string, nonce: string): string {
  const style = `<style nonce="${nonce}">${css}</style>`;
  return (
    `<!DOCTYPE html><html lang="${page.language}" dir="ltr">` +
    `<head>${toHtml(page.head)}${style}</head><body>${body}</body></html>`
  );
}
