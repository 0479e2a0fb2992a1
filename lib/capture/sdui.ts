import { all } from "./dom";

/** A part of a server-driven page is named by its component key; some pages carry the same name as id. */
export const keyOf = (el: Element): string => el.getAttribute("componentkey") ?? el.id;

export const keyed = (root: ParentNode, start: string): Element[] =>
  all(root, `[componentkey^="${start}"], [id^="${start}"]`);

/** Whose a profile's card is stands between this and the card's own name. */
export const CARD = "com.linkedin.sdui.profile.card.ref";
export const ENTITY = "entity-collection-item";
export const SKILL = "com.linkedin.sdui.profile.skill(";
