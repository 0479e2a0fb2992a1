import { keyOf, looks, portrait } from "../looks";
import { h, lazy, type Element, type Part } from "../tree";
import { degreeWords } from "../words";
import { acquaintances } from "../world/acquaintances";
import { othersBeside, people } from "../world/people";
import type { PracticePerson } from "../world/shapes";
import { figure } from "./frame";

/** Rows that stand at once; the others come as one scrolls. */
const AT_ONCE = 8;
const DAY_MS = 24 * 3600 * 1000;
const NEWEST = Date.UTC(2026, 10, 14);

export type Connection = {
  slug: string;
  name: string;
  headline?: string;
  memberId: string;
  /** The day they were connected. */
  since: Date;
};

/** Everyone of the first degree, those with a page of their own first, one more every eleven days back. */
export const connections: Connection[] = [
  ...people.filter(({ degree }) => degree === 1),
  ...acquaintances,
].map(({ slug, name, headline, memberId }, i) => ({
  slug,
  name,
  headline,
  memberId,
  since: new Date(NEWEST - i * 11 * DAY_MS),
}));

export function connectionsScreen(): Element {
  const rows = connections.map(connectionRow);
  return screen(
    "mynetwork.Connections",
    h(
      "div",
      { componentkey: "ConnectionsPage_ConnectionsListHeader" },
      h("p", { class: looks("title") }, `${connections.length} connections`),
      h("p", { class: looks("dim") }, "Sort by: Recently added"),
    ),
    h(
      "div",
      { "data-testid": "lazy-column", componentkey: "ConnectionsPage_ConnectionsList" },
      rows.slice(0, AT_ONCE),
      rows.slice(AT_ONCE).map(lazy),
    ),
  );
}

function connectionRow({ slug, name, headline, memberId, since }: Connection): Element {
  const href = `https://www.linkedin.com/in/${slug}/`;
  const day = since.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
  return h(
    "div",
    { "data-view-name": "connections-list", "data-display-contents": "true" },
    h(
      "div",
      { class: looks("entity"), componentkey: `auto-component-${keyOf("connection", slug)}` },
      h("a", { class: looks("face"), href, tabindex: 0 }, figure(portrait(name))),
      h(
        "div",
        {},
        h(
          "a",
          { href, "data-view-name": "connections-profile" },
          h("div", {}, [
            h("p", { class: looks("strong") }, name),
            headline === undefined ? undefined : h("p", {}, h("span", {}, headline)),
          ]),
        ),
        h("p", { class: looks("dim") }, `Connected on ${day}`),
        h(
          "a",
          { href: `/messaging/compose/?profileUrn=urn%3Ali%3Afsd_profile%3A${memberId}` },
          h("span", {}, h("span", {}, "Message")),
        ),
      ),
    ),
  );
}

/** Who is found: everyone of the practice network, and one without a name. */
export function peopleSearchScreen(): Element {
  return screen(
    "search.SearchResultsPeople",
    h("p", { class: looks("dim") }, `About ${people.length + 1} results`),
    h("div", {}, people.slice(0, 4).map(foundRow), namelessRow(), people.slice(4).map(foundRow)),
  );
}

function foundRow(person: PracticePerson): Element {
  const href = `https://www.linkedin.com/in/${encodeURIComponent(person.slug)}/`;
  const mutual = othersBeside(person, 2);
  return resultRow(href, [
    h("div", { class: looks("face") }, figure(portrait(person.name), person.name)),
    h(
      "div",
      {},
      h(
        "p",
        { componentkey: keyOf("found", person.slug) },
        h("a", { href, "data-view-name": "search-result-lockup-title" }, person.name),
        h("span", {}, h("span", {}, ` • ${degreeWords.en[person.degree]}`)),
      ),
      h("p", {}, person.headline),
      h("p", { class: looks("dim") }, person.place),
      h(
        "p",
        { class: looks("dim") },
        mutual.flatMap(({ slug, name }) => [
          h(
            "a",
            { href: `/in/${slug}/`, "data-view-name": "search-result-social-proof-insight" },
            h("strong", {}, name),
          ),
          ", ",
        ]),
        "and 3 other mutual connections",
      ),
    ),
  ]);
}

function namelessRow(): Element {
  return resultRow("#", [
    h("div", { class: looks("face") }, figure(portrait("?"))),
    h("div", {}, [
      h("p", {}, "LinkedIn Member"),
      h("p", {}, "Engineer"),
      h("p", {}, "Oslo, Norway"),
    ]),
  ]);
}

/** A link around the whole row, with the links of the row inside. */
function resultRow(href: string, inside: Part[]): Element {
  return h(
    "div",
    { "data-view-name": "people-search-result", "data-display-contents": "true" },
    h("a", { href, tabindex: 0 }, h("div", { class: looks("entity") }, inside)),
    h("hr", { role: "presentation" }),
  );
}

function screen(name: string, ...inside: Part[]): Element {
  const strangers = people.filter(({ degree }) => degree === 3).slice(0, 3);
  return h(
    "div",
    { "data-sdui-screen": `com.linkedin.sdui.flagshipnav.${name}` },
    h(
      "main",
      { id: "workspace", class: looks("columns") },
      h("section", { class: looks("card"), "aria-label": "Primary content" }, inside),
      h(
        "aside",
        { class: looks("card"), "aria-label": "People you may know" },
        h("h2", { class: looks("title") }, "People you may know"),
        strangers.map((person) =>
          h("div", {}, h("a", { href: `/in/${person.slug}/` }, h("p", {}, person.name))),
        ),
      ),
    ),
  );
}
