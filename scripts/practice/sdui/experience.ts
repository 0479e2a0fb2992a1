import { keyOf, looks, portrait } from "../looks";
import { h, type Element, type Part } from "../tree";
import { contractWords, lengthText, modeWords, rangeText, words } from "../words";
import { companyOf } from "../world/companies";
import type { PracticePerson, Position } from "../world/shapes";
import { card, column, expandable } from "./cards";
import { figure } from "./frame";

/** Positions in a row at one employer stand under its name, once; a single one carries the name itself. */
export function experienceCard(person: PracticePerson, now: Date): Element {
  const name = "ExperienceTopLevelSection";
  return card(person, name, words[person.language].experience, [
    h("div", { componentkey: `profile_experience_top_anchor_${person.slug}` }),
    column(
      person,
      name,
      spells(person.positions).map((spell) =>
        spell.length > 1 ? group(person, spell, now) : single(person, spell[0]!, now),
      ),
    ),
  ]);
}

/** Positions one after the other at the same employer. */
export function spells(positions: Position[]): Position[][] {
  const found: Position[][] = [];
  for (const position of positions) {
    const last = found.at(-1);
    if (last?.[0]?.at === position.at) last.push(position);
    else found.push([position]);
  }
  return found;
}

/** Where an employer's name leads: to its page, or to a search when it has none. */
export function employerLink(at: string): { name: string; href: string } {
  const company = companyOf(at);
  if (company)
    return { name: company.name, href: `https://www.linkedin.com/company/${company.id}/` };
  const keywords = encodeURIComponent(at);
  return { name: at, href: `https://www.linkedin.com/search/results/all/?keywords=${keywords}` };
}

export function placeText(position: Position, person: PracticePerson): string | undefined {
  const mode = position.mode && modeWords[person.language][position.mode];
  return [position.place, mode].filter(Boolean).join(" · ") || undefined;
}

function single(person: PracticePerson, position: Position, now: Date): Element {
  const { name, href } = employerLink(position.at);
  const contract = position.contract && contractWords[person.language][position.contract];
  return h(
    "div",
    { class: looks("entity") },
    logo(person, name, href),
    h(
      "div",
      {},
      h(
        "a",
        { href },
        h(
          "div",
          {},
          h("p", { class: looks("strong") }, position.title),
          h("p", {}, [name, contract].filter(Boolean).join(" · ")),
          dates(person, position, now),
          line(placeText(position, person)),
        ),
      ),
      description(person, position),
    ),
  );
}

function group(person: PracticePerson, spell: Position[], now: Date): Element {
  const { name, href } = employerLink(spell[0]!.at);
  const whole = { from: spell.at(-1)!.from, to: spell[0]!.to };
  const places = new Set(spell.map((position) => placeText(position, person)));
  const shared = places.size === 1 ? [...places][0] : undefined;
  return h(
    "div",
    { class: looks("entity") },
    logo(person, name, href),
    h(
      "div",
      {},
      h(
        "a",
        { href },
        h(
          "div",
          {},
          h("p", { class: looks("strong") }, name),
          h("p", {}, lengthText(whole, person.language, now)),
        ),
        line(shared),
      ),
    ),
    h(
      "ul",
      { class: looks("positions") },
      spell.map((position) =>
        h(
          "li",
          {},
          h("div", {}, h("div", {})),
          h(
            "div",
            {},
            h(
              "a",
              { href },
              h(
                "div",
                {},
                h("p", { class: looks("strong") }, position.title),
                position.contract && h("p", {}, contractWords[person.language][position.contract]),
                dates(person, position, now),
                shared ? undefined : line(placeText(position, person)),
              ),
            ),
            description(person, position),
          ),
        ),
      ),
    ),
  );
}

function logo(person: PracticePerson, name: string, href: string): Element {
  const componentkey = keyOf("logo", person.slug, name);
  return h(
    "a",
    { class: looks("sign"), href, componentkey, "data-view-name": "experience-company-logo-click" },
    figure(portrait(name), `${name} ${words[person.language].logo}`),
  );
}

function dates(person: PracticePerson, position: Position, now: Date): Element {
  const range = rangeText(position, person.language);
  return h(
    "p",
    { class: looks("dim") },
    `${range} · ${lengthText(position, person.language, now)}`,
  );
}

function line(text: string | undefined): Part {
  return text && h("p", { class: looks("dim") }, text);
}

function description(person: PracticePerson, position: Position): Element {
  if (!position.text) return h("div", {});
  return h(
    "div",
    {},
    h("p", { class: looks("text") }, expandable(position.text, words[person.language].more)),
  );
}
