import type { Miss } from "../capture";
import { all, outermost } from "../dom";
import { idIn, isOwn, type Own, patternOf } from "./own";
import type { Scope } from "./taught";

const NAMED: Scope["by"][] = [
  "componentkey",
  "data-testid",
  "id",
  "data-section",
  "data-view-name",
];
/** Block and element of the two older families, written by people: `top-card-layout__entity-info`. */
const BLOCK = /^[a-z]+(?:-[a-z]+)+(?:__[a-z]+(?:-[a-z]+)*)?$/;

export type Found = { scope: Element } | { miss: Miss };

/** The one part of the page that a scope names. Of parts that name others none is taken. */
export function findScope(doc: Document, { by, name }: Scope, own: Own): Found {
  // A row is no part of a page that could be found: it is given.
  if (by === "row") return { miss: "missing" };
  if (by === "main") return one(all(doc, 'main, [role="main"]'));
  if (by === "class") return one(all(doc, `.${name}`));
  if (by === "anchor") return one(all(doc, `[id="${name}"]`).map((el) => el.closest("section")));
  const [before = ""] = name.split("{id}");
  const named = all(doc, `[${by}^="${before}"]`).flatMap((el) => {
    const id = idIn(name, el.getAttribute(by) ?? "");
    return id === undefined ? [] : [{ el, id }];
  });
  const ours = named.filter(({ id }) => id === "" || isOwn(own, id));
  if (ours.length === 0 && named.length > 0) return { miss: "elsewhere" };
  return one(ours.map(({ el }) => el));
}

function one(elements: (Element | null)[]): Found {
  const found = outermost([...new Set(elements)].filter((el) => el !== null));
  const [scope, other] = found;
  if (!scope) return { miss: "missing" };
  return other ? { miss: "ambiguous" } : { scope };
}

/** The names under which the parts around an element can be found again, nearest part first, surest name first. */
export function scopesAround(el: Element, own: Own, isHandmade: boolean): Scope[] {
  const scopes: Scope[] = [];
  for (let up: Element | null = el; up && up.tagName !== "BODY"; up = up.parentElement) {
    for (const by of NAMED) {
      const name = up.getAttribute(by);
      const pattern = name && patternOf(name, own);
      if (pattern && !pattern.startsWith("ember")) scopes.push({ by, name: pattern });
    }
    const anchor = up.tagName === "SECTION" && all(up, ":scope > div[id]").find(isMark)?.id;
    if (anchor) scopes.push({ by: "anchor", name: anchor });
    const classes = isHandmade ? (up.getAttribute("class") ?? "").split(/\s+/) : [];
    for (const name of classes) if (BLOCK.test(name)) scopes.push({ by: "class", name });
    if (up.tagName === "MAIN" || up.getAttribute("role") === "main") {
      scopes.push({ by: "main", name: "" });
      break;
    }
  }
  return [...scopes.filter(isNamed), ...scopes.filter((scope) => !isNamed(scope))];
}

/** A part that bears the person's own name is theirs on every page. */
const isNamed = ({ name }: Scope): boolean => name.includes("{id}");

/** The empty element in front of an Ember card that a jump to it aims at. */
const isMark = (el: Element): boolean => el.children.length === 0 && /^[a-z_]{4,}$/.test(el.id);
