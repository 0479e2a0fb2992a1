import { portrait } from "../looks";
import type { Mood } from "../switches";
import { gap, h, type Element, type Part } from "../tree";
import { degreeWords, words } from "../words";
import { othersBeside } from "../world/people";
import type { PracticePerson } from "../world/shapes";
import { employerName } from "../sdui/top-card";
import { bodyCards } from "./cards";
import { button, emberId, frame, twin } from "./frame";
import { card } from "./entity";

export function profileBody(person: PracticePerson, mood: Mood | undefined, now: Date): Part[] {
  return frame(
    h(
      "div",
      { class: "scaffold-layout scaffold-layout--breakpoint-lg scaffold-layout--main-aside" },
      stickyHeader(person),
      h(
        "div",
        { class: "scaffold-layout__inner scaffold-layout-container" },
        h(
          "div",
          {
            class:
              "scaffold-layout__row scaffold-layout__content scaffold-layout__content--main-aside",
          },
          h(
            "main",
            { class: "scaffold-layout__main" },
            gap,
            mood === "loading" ? loader() : [topCard(person), below(person, mood, now)],
          ),
          h(
            "aside",
            { class: "scaffold-layout__aside" },
            mood === "loading" ? undefined : beside(person),
          ),
        ),
      ),
    ),
  );
}

function below(person: PracticePerson, mood: Mood | undefined, now: Date): Part[] {
  return mood === "top" ? [loader()] : bodyCards(person, now);
}

function loader(): Element {
  return h(
    "div",
    { class: "artdeco-loader artdeco-card", role: "status" },
    h("span", { class: "a11y-text" }, "Loading"),
  );
}

function stickyHeader(person: PracticePerson): Element {
  return h(
    "section",
    { class: "scaffold-layout-toolbar visually-hidden" },
    h(
      "div",
      { id: emberId(29), class: "artdeco-entity-lockup artdeco-entity-lockup--size-1 ember-view" },
      h(
        "div",
        { id: emberId(32), class: "artdeco-entity-lockup__title ember-view" },
        person.name,
        gap,
      ),
      h(
        "div",
        { id: emberId(33), class: "artdeco-entity-lockup__subtitle ember-view truncate" },
        person.headline,
      ),
    ),
  );
}

function topCard(person: PracticePerson): Element {
  const text = words[person.language];
  const degree = degreeWords[person.language][person.degree];
  const profile = `/in/${person.slug}`;
  return h(
    "section",
    { class: "artdeco-card pv-top-card", "data-member-id": numberOf(person.memberId) },
    gap,
    h("div", { class: "profile-background-image" }),
    h(
      "div",
      { class: "ph5 pb5" },
      h(
        "div",
        { class: "pv-top-card__non-self-photo-wrapper ml0" },
        h("img", {
          id: emberId(34),
          src: portrait(person.name),
          alt: person.name,
          class:
            "pv-top-card-profile-picture__image pv-top-card-profile-picture__image--show evi-image ember-view",
        }),
      ),
      h(
        "div",
        { class: "mt2 relative" },
        h(
          "div",
          {},
          h(
            "span",
            { id: emberId(35), class: "artdeco-hoverable-trigger ember-view" },
            h(
              "a",
              {
                href: `${profile}/overlay/about-this-profile/`,
                id: emberId(36),
                class: "ember-view",
                "aria-label": person.name,
              },
              h("h1", { class: "inline t-24 v-align-middle break-words" }, person.name),
            ),
          ),
          " ",
          h(
            "span",
            { class: "distance-badge t-black--light t-14" },
            h("span", { class: "visually-hidden" }, `${degree} degree connection`),
            h("span", { class: "dist-value", "aria-hidden": "true" }, degree),
          ),
        ),
        h("div", { class: "text-body-medium break-words" }, person.headline),
        employer(person),
        h(
          "div",
          { class: "mt2" },
          h("span", { class: "text-body-small inline t-black--light break-words" }, person.place),
          " ",
          h(
            "span",
            { class: "t-black--light" },
            h(
              "a",
              {
                href: `${profile}/overlay/contact-info/`,
                id: "top-card-text-details-contact-info",
                class: "ember-view",
              },
              text.contactInfo,
            ),
          ),
        ),
      ),
      reach(person),
      mutual(person),
      h("div", {}, [
        person.degree === 1
          ? undefined
          : button(text.connect, `Invite ${person.name} to connect`, 79),
        button(text.message, `${text.message} ${person.name.split(" ")[0]}`, 271),
      ]),
    ),
  );
}

function employer(person: PracticePerson): Part {
  if (person.positions.every((position) => position.to)) return undefined;
  const name = employerName(person);
  return h(
    "ul",
    {},
    h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: "text-align-left",
          "aria-label": `Current company: ${name}. Click to skip to experience card`,
        },
        h(
          "span",
          { class: "hoverable-link-text break-words text-body-small t-black" },
          h("div", { class: "inline-show-more-text--is-collapsed" }, name, gap),
        ),
      ),
    ),
  );
}

function reach(person: PracticePerson): Element {
  const text = words[person.language];
  return h(
    "ul",
    {},
    gap,
    person.followers &&
      h(
        "li",
        { class: "text-body-small t-black--light inline-block" },
        h("span", { class: "t-bold" }, person.followers),
        ` ${text.followers}`,
      ),
    h(
      "li",
      { class: "text-body-small" },
      h(
        "span",
        { class: "t-black--light" },
        h("span", { class: "t-bold" }, person.connections),
        ` ${text.connections}`,
      ),
    ),
  );
}

function mutual(person: PracticePerson): Element {
  const [other] = othersBeside(person, 1, 7);
  return h(
    "a",
    {
      class: "inline-flex align-items-center",
      href: "https://www.linkedin.com/search/results/people/",
      "data-test-app-aware-link": true,
    },
    h(
      "span",
      { class: "t-normal t-black--light t-14 hoverable-link-text" },
      twin(`${other!.name} + 12 ${words[person.language].mutual}`),
    ),
  );
}

function beside(person: PracticePerson): Element {
  return card(
    "browsemap_recommendation",
    words[person.language].alsoViewed,
    othersBeside(person, 4).map((other) =>
      h(
        "div",
        {},
        h(
          "a",
          {
            class: "optional-action-target-wrapper",
            href: `https://www.linkedin.com/in/${other.slug}`,
          },
          h("div", { class: "t-bold" }, twin(other.name)),
          h("span", { class: "t-14 t-black--light" }, twin(other.headline)),
        ),
      ),
    ),
  );
}

/** Members have a number beside their key on these pages. */
function numberOf(memberId: string): number {
  return 100_000_000 + (Buffer.from(memberId).readUInt32BE(8) % 900_000_000);
}
