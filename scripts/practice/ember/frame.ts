import { banner } from "../banner";
import { gap, h, type Element, type Part } from "../tree";

export function head(title: string): Part[] {
  return [
    h("meta", { charset: "utf-8" }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1.0" }),
    h("meta", { name: "voyager-web/config/environment", content: "%7B%7D" }),
    h("title", {}, title),
  ];
}

/** What every page of the family has around its content. */
export function frame(...content: Part[]): Part[] {
  return [
    banner("ember", "practice-banner"),
    h(
      "div",
      { class: "application-outlet" },
      gap,
      h(
        "header",
        { id: "global-nav", class: "global-nav ember-view" },
        h(
          "nav",
          { class: "global-nav__nav artdeco-card", "aria-label": "Primary" },
          h("a", { href: "/feed/" }, "Home"),
          " ",
          h("a", { href: "/jobs/search/" }, "Jobs"),
        ),
      ),
      h("div", { class: "authentication-outlet" }, content),
    ),
  ];
}

/** A text that stands twice: once for the eye, once for a screen reader, sometimes in other words. */
export function twin(text: string, spoken = text, className?: string): Part[] {
  return [
    h("span", { class: className, "aria-hidden": "true" }, gap, lines(text), gap),
    h("span", { class: "visually-hidden" }, gap, lines(spoken), gap),
  ];
}

export function lines(text: string): Part[] {
  return text.split("\n").map((line, i) => [i > 0 ? h("br") : undefined, line]);
}

export function emberId(seed: number): string {
  return `ember${seed}`;
}

export function button(label: string, spoken: string, id: number): Element {
  return h(
    "button",
    {
      "aria-label": spoken,
      id: emberId(id),
      class: "artdeco-button artdeco-button--2 artdeco-button--secondary ember-view",
      type: "button",
    },
    gap,
    h("span", { class: "artdeco-button__text" }, label),
  );
}
