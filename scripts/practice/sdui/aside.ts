import { keyOf, looks, portrait } from "../looks";
import { h, type Element } from "../tree";
import { degreeWords, words } from "../words";
import { othersBeside } from "../world/people";
import type { PracticePerson } from "../world/shapes";
import { action, figure } from "./frame";

/** The people a page shows beside the one it is about. None of them may be captured from here. */
export function aside(person: PracticePerson): Element {
  const text = words[person.language];
  return h(
    "div",
    {},
    h("div", {
      componentkey: `com.linkedin.sdui.profile.card.ref${person.memberId}SupportedLocales`,
    }),
    list(person, "profileAsideBrowsemap", "browsemapRecommendedEntitySection", text.alsoViewed, 0),
    list(person, "profileAsidePymk", "pymkRecommendedEntitySection", text.mayKnow, 5),
    h("div", { componentkey: `profileAsideProduct${person.slug}` }),
  );
}

function list(
  person: PracticePerson,
  key: string,
  component: string,
  title: string,
  skip: number,
): Element {
  return h(
    "div",
    { componentkey: `${key}${person.slug}` },
    h(
      "div",
      { "data-sdui-component": `com.linkedin.sdui.generated.profile.dsl.impl.${component}` },
      h(
        "section",
        { class: looks("card"), componentkey: keyOf(key, person.slug) },
        h("div", {}, h("div", {}, h("h3", { class: looks("title") }, title))),
        othersBeside(person, 4, skip).map((other, i) => [
          i > 0 ? h("hr", { role: "presentation" }) : undefined,
          row(person, other, key),
        ]),
      ),
    ),
  );
}

function row(person: PracticePerson, other: PracticePerson, seed: string): Element {
  const componentkey = keyOf(seed, person.slug, other.slug);
  return h(
    "div",
    { "data-view-name": "profile-browsemap-entity", "data-display-contents": "true" },
    h(
      "a",
      { href: `https://www.linkedin.com/in/${other.slug}/`, componentkey },
      h(
        "div",
        { class: looks("entity"), componentkey },
        h("div", { class: looks("face") }, figure(portrait(other.name))),
        h(
          "div",
          {},
          h("div", { class: looks("row") }, [
            h("p", { class: looks("strong") }, other.name),
            h("p", { class: looks("dim") }, `· ${degreeWords[person.language][other.degree]}`),
          ]),
          h("p", { class: looks("dim") }, other.headline),
        ),
      ),
    ),
    action(words[person.language].message, `${seed}${other.slug}`),
  );
}
