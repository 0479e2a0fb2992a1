import { keyOf, looks, portrait } from "../looks";
import { h, type Element, type Part } from "../tree";
import { whenText, words } from "../words";
import type { PracticePerson } from "../world/shapes";
import { figure } from "./frame";
import { cardKey } from "./top-card";

/** A card of a profile, or the empty place that the site keeps where a person has none. */
export function card(person: PracticePerson, name: string, title: string, body: Part[]): Element {
  const componentkey = cardKey(person, name);
  if (body.length === 0) return h("div", { componentkey });
  return h(
    "div",
    { componentkey },
    h(
      "div",
      { "data-display-contents": "true" },
      h(
        "section",
        { class: looks("card"), componentkey },
        h("div", {}, h("div", {}, h("h2", { class: looks("title") }, title)), body),
      ),
    ),
  );
}

export function aboutCard(person: PracticePerson): Element {
  const text = words[person.language];
  if (!person.about) return card(person, "About", text.about, []);
  return card(person, "About", text.about, [
    h("p", { class: looks("text") }, expandable(person.about, text.more)),
    h(
      "div",
      {},
      h("p", { class: looks("strong") }, text.topSkills),
      h("p", {}, person.skills.slice(0, 3).join(" • ")),
    ),
  ]);
}

export function activityCard(person: PracticePerson): Element {
  const text = words[person.language];
  return card(person, "Activity", text.activity, [
    person.followers && h("div", {}, h("p", {}, `${person.followers} ${text.followers}`)),
    h("p", { class: looks("dim") }, `${person.name.split(" ")[0]} ${text.noPosts}`),
    h("hr", { role: "presentation" }),
    h(
      "a",
      { href: `/in/${person.slug}/recent-activity/all/`, "aria-label": text.showAll },
      h("span", {}, h("span", {}, text.showAll)),
    ),
  ]);
}

export function educationCard(person: PracticePerson): Element {
  return card(person, "EducationTopLevelSection", words[person.language].education, [
    h("div", { componentkey: `profile_education_top_anchor_${person.slug}` }),
    column(
      person,
      "EducationTopLevelSection",
      person.studies.map((study) =>
        entity(
          figure(portrait(study.school), `${study.school} ${words[person.language].logo}`),
          h("p", { class: looks("strong") }, study.school),
          study.degree && h("p", {}, [study.degree, study.field].filter(Boolean).join(", ")),
          h("p", { class: looks("dim") }, `${study.from} – ${study.to}`),
        ),
      ),
    ),
  ]);
}

export function skillsCard(person: PracticePerson): Element {
  return card(person, "Skills", words[person.language].skills, [
    column(
      person,
      "Skills",
      person.skills.map((skill) => entity(undefined, h("p", { class: looks("strong") }, skill))),
    ),
  ]);
}

export function languagesCard(person: PracticePerson): Element {
  const rows = (person.languages ?? []).map(({ name, level }) =>
    entity(
      undefined,
      h("p", { class: looks("strong") }, name),
      h("p", { class: looks("dim") }, level),
    ),
  );
  const body = rows.length > 0 ? [column(person, "LanguageTopLevel", rows)] : [];
  return card(person, "LanguageTopLevel", words[person.language].languages, body);
}

export function certificatesCard(person: PracticePerson): Element {
  const text = words[person.language];
  const rows = (person.certificates ?? []).map(({ name, issuer, when }) =>
    entity(
      figure(portrait(issuer), `${issuer} ${text.logo}`),
      h("p", { class: looks("strong") }, name),
      h("p", {}, issuer),
      h("p", { class: looks("dim") }, `${text.issued} ${whenText(when, person.language)}`),
    ),
  );
  const body = rows.length > 0 ? [column(person, "CertificationTopLevel", rows)] : [];
  return card(person, "CertificationTopLevel", text.certifications, body);
}

export function column(person: PracticePerson, name: string, rows: Element[]): Element {
  return h(
    "div",
    {
      "data-testid": `profile_${name}_${person.slug}`,
      "data-component-type": "LazyColumn",
      componentkey: keyOf(name, person.slug),
    },
    rows.map((row, i) => [
      h("div", { componentkey: `entity-collection-item-${keyOf(name, `${i}`).slice(0, 8)}` }, row),
      i < rows.length - 1 ? h("hr", { role: "presentation" }) : undefined,
    ]),
  );
}

export function entity(sign: Element | undefined, ...lines: Part[]): Element {
  return h(
    "div",
    { class: looks(sign ? "entity" : "plain") },
    sign && h("div", { class: looks("sign") }, sign),
    h("div", {}, h("div", {}, lines)),
  );
}

/** Text that the page cuts by style alone: all of it stands in the document, and a button after it. */
export function expandable(content: string, more: string): Element {
  return h(
    "span",
    { "data-testid": "expandable-text-box" },
    content.split("\n").map((line, i) => [i > 0 ? h("br") : undefined, line]),
    h(
      "button",
      {
        type: "button",
        class: looks("none"),
        "aria-hidden": "true",
        "data-testid": "expandable-text-button",
      },
      h("span", {}, h("span", {}, h("span", {}, "…"), " ", h("span", {}, more))),
    ),
  );
}
