import { banner } from "../banner";
import { keyOf, looks } from "../looks";
import type { Family } from "../switches";
import { h, type Element, type Part } from "../tree";

/** The head of a server-driven page. The title stands twice, as it does on the site. */
export function head(title: string): Part[] {
  return [
    h("meta", { charset: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1.0" }),
    h("title", {}, title),
    h("title", {}, title),
    h("meta", { name: "storage-inventory", content: "[]" }),
  ];
}

/** Everything inside `#root`: what every page of the family has around its screen. */
export function frame(screen: Element, family: Family = "sdui"): Part[] {
  return [
    h(
      "section",
      { class: looks("off") },
      h("h2", { "data-testid": "toasts-title" }, "0 notifications"),
    ),
    banner(family, looks("banner")),
    h("header", {}, h("div", { "data-display-contents": "true" }, navigation())),
    screen,
    footer(),
    h("div", { id: "interop-outlet", "data-testid": "interop-shadowdom" }),
  ];
}

function navigation(): Element {
  const key = "primaryNavLinksComponentRef";
  return h(
    "div",
    { class: looks("nav"), "data-testid": "primary-nav" },
    h(
      "div",
      { role: "search", "data-expanded": "false" },
      h("input", {
        id: ":r1:",
        "data-testid": "typeahead-input",
        "aria-label": "Search",
        placeholder: "I’m looking for…",
        componentkey: "SearchResults_SearchTyahInputRef",
        value: "",
      }),
    ),
    h(
      "nav",
      { componentkey: key, "aria-label": "Primary" },
      h(
        "ul",
        {},
        [
          ["/feed/", "Home", "Home, 1 new notification"],
          [
            "/mynetwork/invite-connect/connections/",
            "My Network",
            "My Network, 0 new notifications",
          ],
          ["/search/results/people/", "People", "People"],
          ["/jobs/search/", "Jobs", "Jobs, 0 new notifications"],
          ["/messaging/", "Messaging", "Messaging, 0 new notifications"],
        ].map(([href, text, label]) =>
          h("li", {}, h("a", { href, "aria-label": label }, h("span", {}, h("span", {}, text)))),
        ),
      ),
    ),
  );
}

function footer(): Element {
  return h(
    "footer",
    { class: looks("footer") },
    h(
      "nav",
      { class: looks("row"), "aria-label": "Footer" },
      ["About", "Accessibility", "Privacy & Terms"].map((text) => {
        const componentkey = keyOf("footer", text);
        return h("a", { href: "/feed/", componentkey }, h("p", { componentkey }, text));
      }),
    ),
    h("p", {}, "Practice network. Not LinkedIn, and not connected to it."),
  );
}

/** A picture as the pages carry one: a figure that says nothing, and an image in it. */
export function figure(src: string, label?: string): Element {
  return h(
    "figure",
    { "aria-label": label ?? "", "data-view-name": "image" },
    h("img", { src, alt: "", "data-loaded": "true" }),
  );
}

export function action(label: string, seed: string): Element {
  return h(
    "button",
    { type: "button", componentkey: keyOf("button", label, seed), "aria-expanded": "false" },
    h("span", {}, h("span", {}, label)),
  );
}
