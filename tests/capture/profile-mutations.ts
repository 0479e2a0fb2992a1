import { LANGUAGES } from "@/lib/capture/languages/all";
import { PROFILE_LANGUAGES } from "@/lib/capture/languages/profile";
import type { Heading, Language, ProfileWords } from "@/lib/capture/languages/language";
import { monthOf } from "@/lib/capture/words";

/** A choice of n things, the same for the same seed. */
export type Pick = (n: number) => number;
/** Another way the same page may be served: nothing a person reads on it says anything else. */
export type Mutation = { name: string; apply(doc: Document, pick: Pick): void };

export function picker(seed: number): Pick {
  let state = seed * 2654435761 + 1;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return n <= 1 ? 0 : Math.floor((state / 4294967296) * n);
  };
}

const all = (doc: ParentNode, selector: string): Element[] => [...doc.querySelectorAll(selector)];

/** Two out of three of them, or every one. */
const some = (elements: Element[], pick: Pick): Element[] =>
  pick(2) === 0 ? elements : elements.filter(() => pick(3) > 0);

const drop = (name: string, selector: string, attribute: string): Mutation => ({
  name,
  apply: (doc, pick) =>
    some(all(doc, selector), pick).forEach((el) => el.removeAttribute(attribute)),
});

function rename(el: Element, tag: string): void {
  const twin = el.ownerDocument.createElement(tag);
  for (const { name, value } of el.attributes) twin.setAttribute(name, value);
  twin.append(...el.childNodes);
  el.replaceWith(twin);
}

function wrap(el: Element): void {
  const box = el.ownerDocument.createElement("div");
  el.replaceWith(box);
  box.append(el);
}

const TOP = '[componentkey$="Topcard"], [id$="Topcard"], .top-card-layout';
const BODY = "main div, main section, main p, main ul, .profile div";
const ENTRY = '[componentkey^="entity-collection-item"]';

export const ATTRIBUTES: Mutation[] = [
  drop("test ids", "[data-testid]", "data-testid"),
  drop("view names", "[data-view-name]", "data-view-name"),
  drop("labels", "[aria-label]:not(img)", "aria-label"),
  drop("roles", "[role]:not([role=main]):not([role=dialog])", "role"),
  drop("entry keys", ENTRY, "componentkey"),
  {
    name: "keys of entries that are only numbers",
    apply: (doc, pick) =>
      all(doc, ENTRY).forEach((el) =>
        el.setAttribute("componentkey", `${pick(1e8)}-aaaa-4bbb-8ccc-${pick(1e8)}`),
      ),
  },
  drop(
    "keys of cards",
    '[componentkey*="profile.card.ref"]:not([componentkey$="Topcard"])',
    "componentkey",
  ),
  drop("every key of a card", '[componentkey*="profile.card.ref"]', "componentkey"),
  {
    name: "keys moved to ids",
    apply: (doc) =>
      all(doc, "[componentkey]").forEach((el) => {
        el.id = el.getAttribute("componentkey") ?? "";
        el.removeAttribute("componentkey");
      }),
  },
  {
    name: "hashed classes",
    apply: (doc, pick) =>
      all(doc, "[data-sdui-screen] [class]").forEach((el) => {
        el.className = `_${pick(1e8).toString(16)}`;
      }),
  },
  {
    name: "inlined styles",
    apply: (doc) =>
      all(doc, "main div, main p, main span").forEach((el) => {
        el.setAttribute("style", "box-sizing:border-box;margin:0px");
        el.setAttribute("data-sf-id", "1");
      }),
  },
  {
    name: "addresses of a country, with what was followed",
    apply: (doc) =>
      all(doc, 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"]').forEach((a) => {
        const href = a.getAttribute("href") ?? "";
        if (!href.includes("?")) a.setAttribute("href", `${href}?trk=public_profile&lipi=urn%3Ali`);
      }),
  },
];

export const STRUCTURE: Mutation[] = [
  {
    name: "more boxes",
    apply: (doc, pick) =>
      all(doc, BODY)
        .filter(() => pick(4) === 0)
        .forEach(wrap),
  },
  {
    name: "fewer boxes",
    apply: (doc, pick) =>
      all(doc, "main div")
        .filter((el) => el.attributes.length === 0 && el.children.length === 1 && pick(2) === 0)
        .filter((el) => el.textContent?.trim() === el.firstElementChild?.textContent?.trim())
        .forEach((el) => el.replaceWith(...el.childNodes)),
  },
  {
    name: "paragraphs as boxes",
    apply: (doc) => all(doc, "main p").forEach((p) => rename(p, "div")),
  },
  {
    name: "a name as the first heading",
    apply: (doc) => all(doc, '[componentkey$="Topcard"] h2').forEach((el) => rename(el, "h1")),
  },
  {
    name: "a name that is no heading",
    apply: (doc) => all(doc, '[componentkey$="Topcard"] h2').forEach((el) => rename(el, "p")),
  },
  {
    name: "headings a level down",
    apply: (doc) =>
      all(doc, "main h2")
        .filter((h2) => !h2.closest(TOP))
        .forEach((h2) => rename(h2, "h3")),
  },
  {
    name: "no links around entries",
    apply: (doc) =>
      all(doc, `${ENTRY} a[href*="/company/"], ${ENTRY} a[href*="/school/"]`)
        .filter((a) => a.querySelector("p"))
        .forEach((a) => rename(a, "div")),
  },
  {
    name: "white space and comments",
    apply(doc, pick) {
      for (const el of all(doc, "main p, main span, main h2, main h1, main h3, main time")) {
        if (el.children.length > 0 || el.closest("script, style")) continue;
        const text = el.textContent ?? "";
        const space = text.indexOf(" ", pick(text.length));
        const at = space < 0 ? text.length : space;
        const rest = doc.createTextNode(`\n      ${text.slice(at)}\n  `);
        el.replaceChildren(`\n   ${text.slice(0, at)}`, doc.createComment("-->".slice(3)), rest);
      }
    },
  },
];

const stranger = (doc: Document, heading: string): Element => {
  const section = doc.createElement("section");
  section.innerHTML = `<h2>${heading}</h2><ul><li><a href="https://www.linkedin.com/in/decoy-person/"><div><img alt="Decoy Person"><p>Decoy Person</p><p>· 3rd</p><p>Decoy headline at Decoy Company</p></div></a><button>Connect</button></li></ul>`;
  return section;
};

export const STRANGERS: Mutation[] = [
  {
    name: "people one may know, anywhere between the cards",
    apply(doc, pick) {
      const cards = all(doc, "main section").filter((el) => !el.parentElement?.closest("section"));
      let card = cards[pick(cards.length)];
      while (card?.parentElement?.children.length === 1) card = card.parentElement;
      card?.parentElement?.insertBefore(
        stranger(
          doc,
          ["People you may know", "More profiles for you", "Explore premium profiles"][pick(3)] ??
            "",
        ),
        pick(2) === 0 ? card : card.nextSibling,
      );
    },
  },
  {
    name: "what another extension puts into the page",
    apply(doc, pick) {
      const places = [doc.body, ...all(doc, "main, main > div")];
      const box = doc.createElement("div");
      box.innerHTML =
        '<div class="decoy"><p>Decoy tool</p><button>Save decoy</button><p>Decoy score 87</p></div>';
      places[pick(places.length)]?.append(box);
    },
  },
  {
    name: "a message window",
    apply(doc) {
      const box = doc.createElement("aside");
      box.innerHTML =
        '<div role="dialog"><h2>Decoy Person</h2><a href="/in/decoy-person/">Decoy Person</a><p>Decoy Company</p><p>Jan 2019 - Present · 4 yrs</p></div>';
      doc.body.append(box);
    },
  },
];

const HEADINGS = Object.keys(PROFILE_LANGUAGES[0]?.headings ?? {}) as Heading[];
const wordOf = (words: string | undefined): string => words?.split("|").at(0) ?? "";

function headingIn(language: ProfileWords): Mutation {
  const english = PROFILE_LANGUAGES[0]?.headings ?? {};
  return {
    name: `headings as in ${wordOf(language.headings.education)}`,
    apply: (doc) =>
      all(doc, "main h2, main h2 span").forEach((el) => {
        const text = el.textContent?.trim().toLowerCase() ?? "";
        const heading = HEADINGS.find((one) => english[one]?.split("|").includes(text));
        if (heading && el.children.length === 0)
          el.textContent = wordOf(language.headings[heading]);
      }),
  };
}

const DATED =
  /^(?:([A-Z][a-z]{2}) )?(\d{4})(?: ([-–]) (?:(?:([A-Z][a-z]{2}) )?(\d{4})|(Present)))?(?: · (\d.*))?$/;

function datesIn(language: Language): Mutation {
  const month = (name: string | undefined): string => {
    const number = name && monthOf(name);
    return number ? `${wordOf(language.months[number - 1])} ` : "";
  };
  return {
    name: `dates with ${wordOf(language.present)}`,
    apply(doc) {
      for (const el of all(doc, "main p, main span, main time")) {
        const text = el.children.length === 0 ? (el.textContent?.trim() ?? "") : "";
        const match = DATED.exec(text);
        if (!match) continue;
        const [, m1, y1, dash, m2, y2, open, length] = match;
        const end = open ? wordOf(language.present) : y2 && month(m2) + y2;
        el.textContent =
          month(m1) +
          y1 +
          (dash ? ` ${dash} ${end}` : "") +
          (length ? ` · ${length.replace(/[a-z]+/g, "x")}` : "");
      }
    },
  };
}

export const LANGUAGE: Mutation[] = [
  ...PROFILE_LANGUAGES.map(headingIn),
  ...LANGUAGES.map(datesIn),
  {
    name: "headings in a language nobody knows",
    apply: (doc) =>
      all(doc, "main h2, main h2 span")
        .filter((el) => el.children.length === 0 && !el.closest(TOP))
        .forEach((el) => (el.textContent = "Zkušenosti")),
  },
];

/** What stands on the page no more: its facts go, and no other changes. */
export const REMOVALS: Mutation[] = [
  {
    name: "a section less",
    apply(doc, pick) {
      const cards = all(doc, "main section").filter(
        (el) => el.querySelector("h2, h3") && !el.querySelector("section, h1") && !el.closest(TOP),
      );
      cards[pick(cards.length)]?.remove();
    },
  },
  {
    name: "no logos",
    apply: (doc) =>
      all(doc, "main li figure, main li img, main figure").forEach((el) => el.remove()),
  },
  {
    name: "no contact link",
    apply: (doc) =>
      all(doc, 'a[href*="/overlay/contact-info"]').forEach((a) => (a.closest("p") ?? a).remove()),
  },
  {
    name: "no chips",
    apply: (doc) =>
      all(doc, '[componentkey$="Topcard"] [role=button]')
        .filter((el) => !el.querySelector("h2"))
        .forEach((el) => el.remove()),
  },
  {
    name: "an entry less",
    apply(doc, pick) {
      const entries = all(doc, `${ENTRY}, main section li`).filter((li) =>
        /\b20\d\d\b/.test(li.textContent ?? ""),
      );
      entries[pick(entries.length)]?.remove();
    },
  },
];
