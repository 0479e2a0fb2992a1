import { all, outermost } from "../dom";
import { isNameless } from "../nameless";
import { textsOf } from "../text";

/** What the newest family calls a row of any list. */
export const ANY_ROW = '[role="listitem"]';
export const PERSON = 'a[href*="/in/"]';
/** Where the page speaks of other things than its list. */
export const BESIDE =
  'aside, nav, footer, dialog, [role="dialog"], [role="complementary"], [role="navigation"], [role="banner"]';
const BLOCK = /^(ARTICLE|DIV|LI|SECTION)$/i;

/** Where a list stands; a saved part of a page has no main. */
export const listScope = (doc: Document): Element =>
  doc.querySelector('main, [role="main"]') ?? doc.body ?? doc.documentElement;

/**
 * The rows of the list in a part of a page: by the first of the names given that is there, else by the place whose
 * children lead to the most people.
 */
export function findRows(scope: Element, names: readonly string[]): Element[] {
  for (const name of names) {
    const named = outermost(all(scope, name)).filter(isInList);
    const rows = named.length === 1 ? takenApart(named[0]!) : named;
    if (rows.some(showsSomebody)) return rows;
  }
  return childrenThatLead(scope);
}

/** A name may be that of the whole list; inside one row there are lines that lead to others, but one line each. */
function takenApart(only: Element): Element[] {
  const inside = childrenThatLead(only).filter((row) => row.parentElement !== only.parentElement);
  const isList = inside.length > 1 && inside.every((row) => textsOf(row).length > 1);
  return isList ? inside : [only];
}

export const isInList = (el: Element): boolean => !el.closest(BESIDE);

export const showsSomebody = (row: Element): boolean =>
  row.querySelector(PERSON) !== null || textsOf(row).slice(0, 3).some(isNameless);

function childrenThatLead(scope: Element): Element[] {
  const children = new Map<Element, Set<Element>>();
  for (const link of all(scope, PERSON).filter(isInList)) {
    for (let el: Element = link; el !== scope; el = el.parentElement!) {
      const parent = el.parentElement;
      if (!parent) break;
      if (!BLOCK.test(el.tagName)) continue;
      const known = children.get(parent) ?? new Set();
      children.set(parent, known.add(el));
    }
  }
  let most: Element[] = [];
  for (const found of children.values()) if (found.size >= most.length) most = [...found];
  const [row] = most;
  // A row without a link, of somebody without a name, stands among those with one.
  const shape = row && [...(row.parentElement?.children ?? [])].filter(showsSomebody);
  return most.length > 1 && shape ? shape : most;
}
