import { employerLink, placeText, spells } from "../sdui/experience";
import { gap, h, type Element, type Part } from "../tree";
import { contractWords, lengthText, rangeText, whenText, words } from "../words";
import type { PracticePerson, Position } from "../world/shapes";
import { card, entity, list, longText } from "./entity";
import { twin } from "./frame";

const LOGO = "experience_company_logo";

/** The cards under the top card, in the order of the site; a card of which a person has nothing is not there. */
export function bodyCards(person: PracticePerson, now: Date): Part[] {
  const text = words[person.language];
  return [
    person.about && card("about", text.about, longText(person.about)),
    card(
      "content_collections",
      text.activity,
      person.followers &&
        h(
          "p",
          { class: "pvs-header__optional-link text-body-small" },
          twin(`${person.followers} ${text.followers}`),
        ),
    ),
    card("experience", text.experience, experience(person, now)),
    card("education", text.education, list(person.studies.map((study) => studyEntity(study)))),
    certificates(person),
    card("skills", text.skills, list(person.skills.map((title) => entity({ title })))),
    languages(person),
  ];
}

function experience(person: PracticePerson, now: Date): Element {
  return list(
    spells(person.positions).map((spell) =>
      spell.length > 1 ? group(person, spell, now) : single(person, spell[0]!, now),
    ),
  );
}

function single(person: PracticePerson, position: Position, now: Date): Element {
  const { name, href } = employerLink(position.at);
  const contract = position.contract && contractWords[person.language][position.contract];
  return entity(
    {
      title: position.title,
      subtitle: [name, contract].filter(Boolean).join(" · "),
      ...dates(person, position, now),
      place: placeText(position, person),
    },
    { sign: name, href, field: LOGO, below: description(position) },
  );
}

function group(person: PracticePerson, spell: Position[], now: Date): Element {
  const { name, href } = employerLink(spell[0]!.at);
  const whole = { from: spell.at(-1)!.from, to: spell[0]!.to };
  const places = new Set(spell.map((position) => placeText(position, person)));
  const shared = places.size === 1 ? [...places][0] : undefined;
  const rows = spell.map((position) =>
    h(
      "li",
      {},
      h("span", { class: "pvs-entity__path-node" }),
      entity(
        {
          title: position.title,
          subtitle: position.contract && contractWords[person.language][position.contract],
          ...dates(person, position, now),
          place: shared ? undefined : placeText(position, person),
        },
        { href, field: LOGO, below: description(position) },
      ),
    ),
  );
  return entity(
    { title: name, subtitle: lengthText(whole, person.language, now), place: shared },
    { sign: name, href, field: LOGO, below: rows },
  );
}

function dates(person: PracticePerson, position: Position, now: Date) {
  const { language } = person;
  const length = lengthText(position, language, now);
  return {
    caption: `${rangeText(position, language)} · ${length}`,
    spoken: `${rangeText(position, language, ` ${words[language].to} `)} · ${length}`,
  };
}

function description(position: Position): Part[] | undefined {
  return position.text ? [h("li", {}, gap, longText(position.text))] : undefined;
}

function studyEntity(study: PracticePerson["studies"][number]): Element {
  return entity(
    {
      title: study.school,
      subtitle: study.degree && [study.degree, study.field].filter(Boolean).join(", "),
      caption: `${study.from} - ${study.to}`,
    },
    { sign: study.school, href: "https://www.linkedin.com/search/results/all/?keywords=school" },
  );
}

function certificates(person: PracticePerson): Part {
  const text = words[person.language];
  if (!person.certificates) return undefined;
  return card(
    "licenses_and_certifications",
    text.certifications,
    list(
      person.certificates.map(({ name, issuer, when }) =>
        entity(
          {
            title: name,
            subtitle: issuer,
            caption: `${text.issued} ${whenText(when, person.language)}`,
          },
          { sign: issuer },
        ),
      ),
    ),
  );
}

function languages(person: PracticePerson): Part {
  if (!person.languages) return undefined;
  return card(
    "languages",
    words[person.language].languages,
    list(person.languages.map(({ name, level }) => entity({ title: name, caption: level }))),
  );
}
