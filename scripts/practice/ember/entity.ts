import { portrait } from "../looks";
import { gap, h, type Element, type Part } from "../tree";
import { lines, twin } from "./frame";

/** A card of an Ember profile: an anchor by name, a heading that stands twice, and what is in it. */
export function card(anchor: string, title: string, ...body: Part[]): Element {
  return h(
    "section",
    {
      class: "artdeco-card pv-profile-card break-words mt2",
      "data-view-name": "profile-card",
    },
    gap,
    h("div", { id: anchor, class: "pv-profile-card__anchor" }),
    gap,
    h(
      "div",
      { class: "pvs-header__container" },
      h(
        "div",
        { class: "pvs-header__top-container--no-stack" },
        h("h2", { class: "pvs-header__title text-heading-large" }, twin(title)),
      ),
    ),
    body,
    gap,
  );
}

export function list(rows: Element[]): Element {
  return h(
    "ul",
    { class: "pvs-list" },
    rows.map((row) => h("li", { class: "artdeco-list__item" }, gap, row)),
  );
}

export type Lines = {
  title: string;
  subtitle?: string;
  /** The dates, and how a screen reader is told them. */
  caption?: string;
  spoken?: string;
  place?: string;
};

export type EntityOptions = { sign?: string; href?: string; field?: string; below?: Part[] };

/** One thing in a card: a position, a school, a skill. */
export function entity(text: Lines, { sign, href, field, below }: EntityOptions = {}): Element {
  const body = [
    h(
      "div",
      { class: "display-flex flex-wrap align-items-center full-height" },
      h(
        "div",
        { class: "display-flex align-items-center mr1 hoverable-link-text t-bold" },
        twin(text.title),
      ),
    ),
    text.subtitle && h("span", { class: "t-14 t-normal" }, twin(text.subtitle)),
    text.caption &&
      h(
        "span",
        { class: "t-14 t-normal t-black--light" },
        twin(text.caption, text.spoken, "pvs-entity__caption-wrapper"),
      ),
    text.place && h("span", { class: "t-14 t-normal t-black--light" }, twin(text.place)),
  ].map((line) => line && h("div", {}, line));
  return h(
    "div",
    { "data-view-name": "profile-component-entity" },
    h("div", {}, sign && image(sign, href, field)),
    h(
      "div",
      { class: "display-flex flex-column align-self-center flex-grow-1" },
      h(
        "div",
        { class: "display-flex flex-row justify-space-between" },
        href
          ? h(
              "a",
              {
                "data-field": field,
                class: "optional-action-target-wrapper display-flex flex-column full-width",
                href,
              },
              body,
            )
          : h("div", { class: "display-flex flex-column full-width" }, body),
      ),
      h("div", { class: "pvs-entity__sub-components" }, gap, below && h("ul", {}, below)),
    ),
  );
}

/** A long text under an entity, or in the card about the person; the style folds it, the document has it whole. */
export function longText(text: string): Element {
  return h(
    "div",
    { class: "display-flex full-width t-14 t-normal t-black" },
    h(
      "div",
      { class: "inline-show-more-text inline-show-more-text--is-collapsed" },
      h("span", { "aria-hidden": "true" }, gap, lines(text), gap),
      h("span", { class: "visually-hidden" }, gap, lines(text), gap),
    ),
  );
}

function image(name: string, href: string | undefined, field: string | undefined): Element {
  const picture = h(
    "div",
    { class: "ivm-image-view-model pvs-entity__image" },
    h(
      "div",
      { class: "ivm-view-attr__img-wrapper" },
      gap,
      h("img", {
        src: portrait(name),
        alt: "",
        class: "ivm-view-attr__img--centered EntityPhoto-square-3 evi-image lazy-image ember-view",
      }),
    ),
  );
  if (!href) return picture;
  return h("a", { "data-field": field, class: "optional-action-target-wrapper", href }, picture);
}
