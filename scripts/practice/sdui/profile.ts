import { keyOf, looks } from "../looks";
import type { Mood } from "../switches";
import { h, lazy, type Element, type Part } from "../tree";
import type { PracticePerson } from "../world/shapes";
import { aside } from "./aside";
import {
  aboutCard,
  activityCard,
  certificatesCard,
  educationCard,
  languagesCard,
  skillsCard,
} from "./cards";
import { experienceCard } from "./experience";
import { posts } from "./posts";
import { cardKey, topCard } from "./top-card";

const COMPONENT = "com.linkedin.sdui.generated.profile.dsl.impl";
const ONE_MEGABYTE = 1_000_000;

/** The screen of a server-driven profile. What stands below the activity comes when it is scrolled to. */
export function profileScreen(person: PracticePerson, mood: Mood | undefined, now: Date): Element {
  return h(
    "div",
    { role: "main", "data-sdui-screen": "com.linkedin.sdui.flagshipnav.profile.Profile" },
    h(
      "main",
      { id: "workspace" },
      h(
        "div",
        { class: looks("columns") },
        h(
          "div",
          { "data-view-name": "profile-main-level", "data-display-contents": "true" },
          h(
            "div",
            {
              "data-testid": "lazy-column",
              "data-component-type": "LazyColumn",
              componentkey: keyOf("column", person.slug),
            },
            mood === "loading" ? skeleton() : column(person, mood, now),
          ),
        ),
        mood === "loading" ? undefined : aside(person),
      ),
    ),
  );
}

function column(person: PracticePerson, mood: Mood | undefined, now: Date): Part[] {
  const { slug } = person;
  const later = mood === "top" ? [] : belowActivity(person, now);
  const atOnce = mood === "all" || mood === "big";
  return [
    topCard(person),
    h("div", { componentkey: `ProfilePostConnectDrawer_${slug}` }),
    part(slug, "profileCardsAboveActivity", [
      h("div", { componentkey: cardKey(person, "SuggestedForYou") }),
      aboutCard(person),
      h("div", { componentkey: cardKey(person, "Services") }),
      h("div", { componentkey: cardKey(person, "Featured") }),
    ]),
    part(slug, "profileCardsActivity", [
      activityCard(person),
      mood === "big" ? posts(person, ONE_MEGABYTE) : undefined,
    ]),
    ...later.map((one) => (atOnce ? one : lazy(one))),
  ];
}

function belowActivity(person: PracticePerson, now: Date): Element[] {
  const empty = (name: string) => h("div", { componentkey: cardKey(person, name) });
  return [
    part(person.slug, "profileCardsBelowActivityPart1", [
      experienceCard(person, now),
      educationCard(person),
      certificatesCard(person),
      empty("Projects"),
      empty("VolunteerExperienceTopLevel"),
      skillsCard(person),
    ]),
    part(person.slug, "profileCardsBelowActivityPart2", [empty("RecommendationsTopLevel")]),
    part(person.slug, "profileCardsBelowActivityPart3", [
      empty("PublicationTopLevelSection"),
      empty("Patents"),
      empty("CourseTopLevelSection"),
      empty("HonorsTopLevel"),
      empty("TestScoresTopLevel"),
    ]),
    part(person.slug, "profileCardsBelowActivityPart4", [
      languagesCard(person),
      empty("Organizations"),
    ]),
    part(person.slug, "profileCardsBelowActivityPart6", [empty("Causes")]),
  ];
}

function part(slug: string, name: string, cards: (Element | undefined)[]): Element {
  return h(
    "div",
    { componentkey: `${name}${slug}` },
    h("div", { "data-sdui-component": `${COMPONENT}.${name}` }, h("div", {}, cards)),
  );
}

function skeleton(): Element {
  return h(
    "section",
    { class: looks("card"), "aria-busy": "true" },
    [1, 2, 3, 4].map(() => h("div", { class: looks("skeleton") })),
  );
}
