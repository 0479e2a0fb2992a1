import type { Capture } from "./capture";
import { detect } from "./detect";
import type { Page } from "./page";
import { parseAddress } from "./url";

/**
 * Reads the page as it stands, and changes nothing in it. `ending` says whether the document is whole: one that
 * is still arriving, or a file that was cut, has sections nobody has seen.
 */
export function read(
  url: string,
  doc: Document,
  now: Date = new Date(),
  ending: Page["ending"] = doc.readyState === "loading" ? "cutOff" : "whole",
): Capture {
  const page: Page = { doc, address: parseAddress(url), ending, now };
  const base = { url, capturedAt: now.toISOString() };
  const nothing = { kind: null, sections: {}, unparsed: [] };
  const found = detect(page);
  if (!found.ready) {
    return { ...base, ...nothing, family: found.family, problems: [found.problem] };
  }
  const { kind, family } = found;
  const reading = found.reader.read(page, found.scope);
  if ("refused" in reading) return { ...base, ...nothing, family, problems: [reading.refused] };
  if (ending === "whole") return { ...base, kind, family, ...reading, problems: [] };
  // What stands after the cut is unknown, not absent.
  const sections = Object.entries(reading.sections).map(([section, state]) => [
    section,
    state === "absent" ? "notLoaded" : state,
  ]);
  return {
    ...base,
    kind,
    family,
    ...reading,
    sections: Object.fromEntries(sections),
    problems: [{ code: "cut-off" }],
  };
}
