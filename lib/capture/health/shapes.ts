import { CARD, ENTITY, SKILL } from "../sdui";

/** Names that the readers hold on to, by what they are called here. */
const KNOWN: [shape: string, attr: string, fits: RegExp][] = [
  ["card key", "componentkey", new RegExp(`^${escape(CARD)}`)],
  ["card key of the top", "componentkey", new RegExp(`^${escape(CARD)}.*Topcard$`)],
  ["box key", "componentkey", /^profileCards/],
  ["entry key", "componentkey", new RegExp(`^${escape(ENTITY)}`)],
  ["skill key", "componentkey", new RegExp(`^${escape(SKILL)}`)],
  ["job part key", "componentkey", /^JobDetails_/],
  ["lazy column", "data-testid", /^lazy-column$/],
  ["written text", "data-testid", /^expandable-text-box$/],
  ["screen", "data-sdui-screen", /./],
  ["component", "data-sdui-component", /./],
  ["card anchor class", "class", /\bpv-profile-card__anchor\b/],
  ["top card class", "class", /\b(?:pv-top-card|top-card-layout)\b/],
  ["job card class", "class", /\bjobs-unified-top-card\b/],
  ["page key", "name", /^pageKey$/],
  ["profile link", "href", /\/in\/[^/]/],
  ["own part link", "href", /\/in\/[^/]+\/(?:overlay|details)\//],
  ["company link", "href", /\/(?:company|school)\//],
  ["job link", "href", /\/jobs\/view\//],
];

export const SHAPES = KNOWN.map(([shape]) => shape);

/** What a value is to the readers, without the value: the most telling of its names. */
export function shapeOf(attr: string, value: string): string | undefined {
  return KNOWN.findLast(([, name, fits]) => name === attr && fits.test(value))?.[0];
}

function escape(text: string): string {
  return text.replace(/[.()]/g, "\\$&");
}
