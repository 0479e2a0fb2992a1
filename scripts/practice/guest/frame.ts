import { banner } from "../banner";
import { h, type Element, type Part } from "../tree";

export function head(title: string, pageKey: string, address: string): Part[] {
  return [
    h("meta", { name: "pageKey", content: pageKey }),
    h("meta", { charset: "utf-8" }),
    h("meta", { name: "locale", content: "en_US" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1.0" }),
    h("meta", { property: "og:url", content: address }),
    h("meta", { name: "clientSideIngraphs", content: "1" }),
    h("link", { rel: "canonical", href: address }),
    h("title", {}, title),
  ];
}

/** What every page of the family has around its content: a bar, the rail, and invitations to sign in. */
export function frame(...content: Part[]): Part[] {
  return [
    banner("guest", "practice-banner"),
    h("a", { href: "#main-content", class: "skip-link sr-only" }, "Skip to main content"),
    h(
      "header",
      { class: "header" },
      h(
        "nav",
        { class: "nav core-rail", "aria-label": "Primary" },
        h("a", { class: "nav__button-secondary", href: "/login" }, "Sign in"),
      ),
    ),
    h(
      "main",
      { class: "main papabear:flex", id: "main-content", role: "main" },
      h("section", { class: "core-rail mx-auto" }, content),
    ),
  ];
}

/** The box that asks to sign in. It stands in the document many times over, hidden, with its own headings. */
export function signInModal(id: string, title: string): Element {
  return h(
    "div",
    { class: "contextual-sign-in-modal" },
    h(
      "div",
      { id, class: "modal modal--contextual-sign-in" },
      h(
        "section",
        { "aria-modal": "true", role: "dialog", "aria-labelledby": `${id}-header` },
        h(
          "h2",
          { class: "contextual-sign-in-modal__context-screen-title", id: `${id}-header` },
          title,
        ),
        h(
          "form",
          { "data-id": "sign-in-form", action: "/login" },
          h("label", {}, "Email"),
          h("input", { name: "session_key" }),
        ),
        h(
          "p",
          { class: "contextual-sign-in-modal__join-now" },
          "New here? ",
          h("a", { href: "/login" }, "Join now"),
        ),
      ),
    ),
  );
}

/** A section has a name of its own, and another one as a class. */
export function sectionOf(
  { name, className }: { name: string; className: string },
  title: string,
  ...body: Part[]
): Element {
  return h(
    "section",
    { class: `core-section-container my-3 pp-section ${className}`, "data-section": name },
    h("h2", { class: "core-section-container__title section-title" }, title),
    h("div", { class: "core-section-container__content break-words" }, body),
  );
}
