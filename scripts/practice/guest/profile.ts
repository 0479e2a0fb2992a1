import { portrait } from "../looks";
import { employerLink, spells } from "../sdui/experience";
import { employerName } from "../sdui/top-card";
import { h, type Element, type Part } from "../tree";
import { lengthText, whenText, words } from "../words";
import { othersBeside } from "../world/people";
import type { PracticePerson, Position } from "../world/shapes";
import { frame, sectionOf, signInModal } from "./frame";

/** What a stranger sees of a person: no degree, no skills, no number of the member. */
export function profileBody(person: PracticePerson, now: Date): Part[] {
  const text = words[person.language];
  return frame(
    h(
      "section",
      { class: "profile" },
      topCard(person),
      person.about &&
        sectionOf(
          { name: "summary", className: "summary" },
          text.about,
          person.about.split("\n").map((line, i) => [i > 0 ? h("br") : undefined, line]),
        ),
      sectionOf(
        { name: "experience", className: "experience" },
        text.experience,
        h(
          "ul",
          { class: "experience__list" },
          spells(person.positions).map((spell) =>
            spell.length > 1
              ? group(person, spell, now)
              : single(person, spell[0]!, now, "experience-item"),
          ),
        ),
      ),
      sectionOf(
        { name: "educationsDetails", className: "education" },
        text.education,
        h("ul", { class: "education__list" }, person.studies.map(study)),
      ),
    ),
    h("section", { class: "right-rail" }, alsoViewed(person)),
  );
}

function topCard(person: PracticePerson): Element {
  const text = words[person.language];
  const employed = person.positions.some((position) => !position.to);
  return h(
    "section",
    { class: "top-card-layout container-lined overflow-hidden" },
    h("div", { class: "profile-background-image" }),
    h(
      "div",
      { class: "top-card-layout__card relative p-2" },
      h(
        "div",
        { class: "top-card__profile-image-container flex", "data-section": "picture" },
        h("img", {
          class: "top-card-layout__entity-image top-card__profile-image",
          src: portrait(person.name),
          alt: person.name,
        }),
      ),
      h(
        "div",
        { class: "top-card-layout__entity-info-container flex flex-wrap" },
        h(
          "div",
          { class: "top-card-layout__entity-info flex-grow" },
          h("h1", { class: "top-card-layout__title font-sans" }, person.name),
          signInModal(
            "public_profile_top-card_title-modal",
            `Sign in to view ${person.name}’s full profile`,
          ),
          h("h2", { class: "top-card-layout__headline break-words font-sans" }, person.headline),
          h(
            "h3",
            { class: "top-card-layout__first-subline font-sans" },
            h(
              "div",
              { class: "profile-info-subheader" },
              h(
                "div",
                { class: "not-first-middot" },
                h("span", {}, person.place),
                h("span", { class: "link" }, text.contactInfo),
              ),
              signInModal("public_profile_contact-info", "View contact information"),
              h(
                "div",
                { class: "not-first-middot t-black--light" },
                person.followers && h("span", {}, `${person.followers} ${text.followers} `),
                h("span", {}, `${person.connections} ${text.connections}`),
              ),
            ),
          ),
        ),
        h(
          "div",
          { class: "top-card-layout__entity-info flex-grow" },
          h(
            "div",
            { class: "top-card__links-container" },
            employed ? topCardLink("currentPositionsDetails", employerName(person)) : undefined,
            topCardLink("educationsDetails", person.studies[0]!.school),
          ),
        ),
      ),
    ),
  );
}

function topCardLink(section: string, name: string): Element {
  return h(
    "div",
    { "data-section": section },
    h(
      "div",
      { "data-test-id": "top-card-link" },
      h("span", { class: "top-card-link__description line-clamp-2" }, name),
    ),
  );
}

function single(person: PracticePerson, position: Position, now: Date, className: string): Element {
  const { name, href } = employerLink(position.at);
  const subtitle = h("span", { class: "experience-item__subtitle" }, name);
  const linked = href.includes("/company/") ? h("a", { href }, subtitle) : subtitle;
  return h(
    "li",
    {
      class: `profile-section-card relative flex w-full ${className}`,
      "data-section": "currentPositionsDetails",
    },
    h("img", { class: "artdeco-entity-image", src: portrait(name), alt: "" }),
    h(
      "div",
      { class: "pl-0.5 grow break-words" },
      h("h3", {}, h("span", { class: "experience-item__title" }, position.title)),
      h("h4", {}, linked),
      h(
        "div",
        {},
        h("p", { class: "experience-item__meta-item" }, dateRange(person, position, now)),
        position.place && h("p", { class: "experience-item__meta-item" }, position.place),
        position.text &&
          h(
            "div",
            { class: "experience-item__meta-item", "data-section": "currentPositions" },
            h(
              "div",
              { class: "show-more-less-text" },
              h("p", { class: "show-more-less-text__text--less" }, position.text),
            ),
          ),
      ),
    ),
  );
}

function group(person: PracticePerson, spell: Position[], now: Date): Element {
  const { name } = employerLink(spell[0]!.at);
  const whole = { from: spell.at(-1)!.from, to: spell[0]!.to };
  return h(
    "li",
    { class: "experience-group" },
    h(
      "div",
      { class: "experience-group-header flex pb-1.5" },
      h(
        "div",
        { class: "pl-1" },
        h("h4", { class: "experience-group-header__company t-bold" }, name),
        h(
          "p",
          { class: "experience-group-header__meta-item" },
          h(
            "span",
            { class: "date-range" },
            h("span", {}, lengthText(whole, person.language, now)),
          ),
        ),
      ),
    ),
    h(
      "ul",
      { class: "experience-group__positions" },
      spell.map((position) => single(person, position, now, "experience-group-position")),
    ),
  );
}

function dateRange(person: PracticePerson, position: Position, now: Date): Element {
  const { language } = person;
  return h(
    "span",
    { class: "date-range" },
    h("time", {}, whenText(position.from, language)),
    " - ",
    position.to ? h("time", {}, whenText(position.to, language)) : words[language].present,
    h("span", { class: "before:middot" }, ` ${lengthText(position, language, now)}`),
  );
}

function study(one: PracticePerson["studies"][number]): Element {
  return h(
    "li",
    { class: "profile-section-card relative flex w-full education__list-item" },
    h("img", { class: "artdeco-entity-image", src: portrait(one.school), alt: "" }),
    h(
      "div",
      { class: "pl-0.5 grow break-words" },
      h("h3", {}, one.school),
      h(
        "h4",
        {},
        one.degree && h("span", { class: "control-transition" }, one.degree),
        one.field &&
          h("span", { class: "control-transition", "data-section": "educations" }, ` ${one.field}`),
      ),
      h(
        "p",
        {},
        h("span", { class: "date-range" }, h("time", {}, one.from), " - ", h("time", {}, one.to)),
      ),
    ),
  );
}

function alsoViewed(person: PracticePerson): Element {
  return h(
    "section",
    { class: "aside-section-container core-section-container" },
    h("h2", {}, "People also viewed"),
    h(
      "ul",
      {},
      othersBeside(person, 4).map((other) =>
        h(
          "li",
          {},
          h(
            "div",
            { class: "base-card base-aside-card" },
            h(
              "a",
              { class: "base-card__full-link", href: `https://www.linkedin.com/in/${other.slug}` },
              h("span", { class: "sr-only" }, other.name),
            ),
            h(
              "div",
              { class: "base-aside-card__info" },
              h("h3", { class: "base-aside-card__title" }, other.name),
              h("h4", { class: "base-aside-card__subtitle" }, other.headline),
            ),
          ),
        ),
      ),
    ),
  );
}
