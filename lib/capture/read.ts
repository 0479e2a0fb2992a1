import type { Capture, Problem } from "./capture";
import { detect, unfinished } from "./detect";
import type { Ending, Page, Reader, Reading } from "./page";
import { isNameless } from "./nameless";
import { parseAddress } from "./url";

/**
 * Reads the page as it stands with the readers it is given, and changes nothing in it. `ending` says whether the
 * document is whole: one that is still arriving, or a file that was cut, has sections nobody has seen.
 */
export function read(
  url: string,
  doc: Document,
  readers: readonly Reader[],
  now: Date = new Date(),
  ending: Ending = doc.readyState === "loading" ? "arriving" : "whole",
): Capture {
  const page: Page = { doc, address: parseAddress(url), ending, now };
  const base = { url, capturedAt: now.toISOString() };
  const nothing = { kind: null, sections: {}, unparsed: [] };
  const found = detect(page, readers);
  if (!found.ready) {
    return { ...base, ...nothing, family: found.family, problems: [found.problem] };
  }
  const { kind, family } = found;
  const reading = withoutNameless(found.reader.read(page, found.scope));
  if ("refused" in reading) {
    const isUnread = reading.refused.code === "still-loading" && ending !== "whole";
    const problem = isUnread ? unfinished(ending) : reading.refused;
    return { ...base, ...nothing, family, problems: [problem] };
  }
  const rows: Problem[] = "problems" in reading ? [...reading.problems] : [];
  if (kind === "job-search" && page.address.kind === "job") rows.unshift({ code: "still-loading" });
  if (ending === "whole") return { ...base, kind, family, ...reading, problems: rows };
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
    problems: [unfinished(ending), ...rows],
  };
}

function withoutNameless(reading: Reading): Reading {
  if (!("record" in reading) || !("fullName" in reading.record)) return reading;
  return isNameless(reading.record.fullName) ? { refused: { code: "not-a-profile" } } : reading;
}
