import { keyOf, looks, portrait } from "../looks";
import { h, type Element } from "../tree";
import { degreeWords, words } from "../words";
import { companyOf } from "../world/companies";
import { othersBeside } from "../world/people";
import type { PracticePerson } from "../world/shapes";
import { action, figure } from "./frame";

export function cardKey(person: PracticePerson, card: string): string {
  return `com.linkedin.sdui.profile.card.ref${person.memberId}${card}`;
}

export function employerName(person: PracticePerson): string {
  const at = person.positions[0]!.at;
  return companyOf(at)?.name ?? at;
}

/**
 * Name, degree, headline, employer and place. Two degrees stand in the document; the one whose parent has
 * `data-display-contents` is the variant that is not shown.
 */
export function topCard(person: PracticePerson): Element {
  const key = cardKey(person, "Topcard");
  const employed = person.positions.some((position) => !position.to);
  const sign = employed ? employerName(person) : undefined;
  return h(
    "div",
    { componentkey: key },
    h(
      "div",
      { "data-display-contents": "true" },
      h(
        "section",
        { class: looks("card"), componentkey: key },
        h("div", { class: looks("cover") }, h("figure", { "aria-label": "Cover photo" })),
        h(
          "div",
          { class: looks("photo"), role: "button", componentkey: keyOf("photo", person.slug) },
          figure(portrait(person.name), "Profile photo"),
        ),
        h(
          "div",
          {},
          h("div", { class: looks("row") }, heading(person), degrees(person)),
          h("p", {}, person.headline),
          h("p", {}, [sign, person.studies[0]?.school].filter(Boolean).join(" · ")),
          h(
            "div",
            { class: looks("row dim") },
            h("p", {}, person.place),
            h("p", {}, "·"),
            h(
              "p",
              {},
              h(
                "a",
                { href: `/in/${person.slug}/overlay/contact-info/` },
                words[person.language].contactInfo,
              ),
            ),
          ),
        ),
        reach(person),
        mutual(person),
        actions(person),
      ),
    ),
  );
}

function heading(person: PracticePerson): Element {
  const componentkey = keyOf("name", person.slug);
  return h(
    "div",
    { "data-display-contents": "true" },
    h(
      "a",
      { href: `https://www.linkedin.com/in/${person.slug}/`, componentkey },
      h("div", { componentkey }, h("h2", { class: looks("name") }, person.name)),
    ),
  );
}

function degrees(person: PracticePerson): Element[] {
  const all = degreeWords[person.language];
  const other = person.degree === 1 ? 2 : 1;
  const hidden = h(
    "div",
    { class: looks("none"), "data-display-contents": "true" },
    h("p", {}, `· ${all[other]}`),
  );
  const shown = h("p", { class: looks("dim") }, `· ${all[person.degree]}`);
  return person.degree === 1 ? [shown, hidden] : [hidden, shown];
}

function reach(person: PracticePerson): Element {
  return h(
    "div",
    { class: looks("row dim") },
    h("p", {}, person.connections),
    h("p", {}, words[person.language].connections),
  );
}

/** Other people's names inside the card of this one: a link inside a link, as on the site. */
function mutual(person: PracticePerson): Element {
  const [first, second] = othersBeside(person, 2, 7);
  const componentkey = keyOf("mutual", person.slug);
  const href = "https://www.linkedin.com/search/results/people/?facetNetwork=F";
  return h(
    "a",
    { class: looks("row dim"), href, componentkey },
    h(
      "div",
      { class: looks("row"), componentkey },
      h(
        "ul",
        { role: "presentation" },
        [first!, second!].map((one) =>
          h("li", { class: looks("face") }, figure(portrait(one.name))),
        ),
      ),
      h(
        "p",
        {},
        h(
          "a",
          { href },
          h("strong", {}, first!.name.split(" ")[0]),
          ", ",
          h("strong", {}, second!.name.split(" ")[0]),
          h("span", {}, ` + 12 ${words[person.language].mutual}`),
        ),
      ),
    ),
  );
}

function actions(person: PracticePerson): Element {
  const text = words[person.language];
  const urn = encodeURIComponent(`urn:li:fsd_profile:${person.memberId}`);
  return h(
    "div",
    { class: looks("row"), "data-display-contents": "true" },
    person.degree === 1 ? undefined : action(text.connect, person.slug),
    h(
      "a",
      {
        "aria-disabled": "false",
        href: `/messaging/compose/?profileUrn=${urn}`,
        componentkey: keyOf("message", person.slug),
        "data-view-name": "profile-primary-message",
      },
      h("span", {}, h("span", {}, text.message)),
    ),
    action(text.moreActions, person.slug),
  );
}
