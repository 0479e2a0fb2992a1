import type { Family, PageKind } from "../capture";
import { familyOf } from "../detect";
import { all } from "../dom";
import type { Page } from "../page";

/** What the older family writes into its classes; a saved part of a page has no other sign. */
const OLDER = [
  "artdeco",
  "ember",
  "app-aware-link",
  "visually-hidden",
  "entity-result",
  "mn-",
  "org-people",
  "invitation-card",
]
  .map((part) => `[class*="${part}"]`)
  .concat("[data-chameleon-result-urn]")
  .join(", ");

export const familyHere = (doc: Document): Family =>
  familyOf(doc) ?? (doc.querySelector(OLDER) ? "ember" : "sdui");

/** Words in the names of the newest family's screens, by the part of the site they are of. */
const AREAS: [RegExp, PageKind[]][] = [
  [/invitation/, ["invitations"]],
  [/connections/, ["connections"]],
  [/mynetwork/, ["connections", "invitations"]],
  [/search/, ["people-search"]],
  [/organi[sz]ation|company|school/, ["company", "company-people"]],
  [/messag/, ["thread"]],
  [/feed|profile|job|notification/, []],
];

/** What rows are called that stand on no other kind of page. */
const ROWS: [string, PageKind[]][] = [
  [
    '[componentkey^="ConnectionCard_"], [data-view-name="connections-list"], .mn-connection-card',
    ["connections"],
  ],
  [
    '[data-view-name="people-search-result"], [data-view-name="search-entity-result-universal-template"], .reusable-search__result-container, .entity-result',
    ["people-search", "company-people"],
  ],
  ['[data-view-name="pending-invitation"], .invitation-card', ["invitations"]],
  [".org-people-profile-card", ["company-people"]],
];

/**
 * Whether the page may be the one of the address: after a click the address changes first and the page later. A
 * screen whose name says another part of the site is still the page before; a name nobody knows says nothing.
 */
export function mayBeHere({ doc, address }: Page, kind: PageKind): boolean {
  const names = all(doc, "[data-sdui-screen]").map((screen) =>
    (screen.getAttribute("data-sdui-screen") ?? "").toLowerCase(),
  );
  const known = names.filter((name) => AREAS.some(([word]) => word.test(name)));
  const isOfKind = known.some((name) =>
    AREAS.find(([word]) => word.test(name))?.[1].includes(kind),
  );
  if (known.length > 0 && !isOfKind) return false;
  const rows = ROWS.filter(([name]) => doc.querySelector(name));
  if (rows.length > 0 && !rows.some(([, kinds]) => kinds.includes(kind))) return false;
  if (address.kind !== "invitations") return true;
  const other = address.direction === "sent" ? /received/ : /sent/;
  const invitations = names.filter((name) => /invitation/.test(name));
  return invitations.length === 0 || invitations.some((name) => !other.test(name));
}
