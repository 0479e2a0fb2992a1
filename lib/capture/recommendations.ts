import type { PersonRecord, SectionState } from "./capture";
import { all, outermost } from "./dom";
import { linesOf } from "./text";

const PANEL = '[role="tabpanel"]';

/**
 * How many recommend the person, and how many they recommend: two panels, received first. The words are other
 * people's and are not read. A count is kept where it is sure: all are shown, or the link to the rest says it.
 */
export function countRecommendations(record: PersonRecord, card: Element): SectionState {
  const panels = outermost(all(card, PANEL));
  const counts = panels.length > 0 ? panels.map(countIn) : [countIn(card)];
  // Where only one of the panels stands here, the link under it says which.
  const isGiven = panels.length === 0 && card.querySelector('a[href*="abIndex=1"]') !== null;
  const [received, given] = isGiven ? [undefined, ...counts] : counts;
  if (received) record.recommendationsReceived = received;
  if (given) record.recommendationsGiven = given;
  return panels.length > 0 || received || given ? "present" : "notLoaded";
}

function countIn(panel: Element): number | undefined {
  const more = all(panel, 'a[href*="/details/recommendations"]').at(-1);
  if (more) {
    const text = linesOf(more)
      .map((line) => line.text)
      .join(" ");
    const [count] = /\d+/.exec(text) ?? [];
    return count ? Number(count) : undefined;
  }
  const people = new Set(all(panel, 'a[href*="/in/"]').map((a) => a.getAttribute("href")));
  return people.size || undefined;
}
