import type { Capture } from "./capture";
import { detect, unfinished } from "./detect";
import type { Ending, Page, Reading } from "./page";
import { parseAddress } from "./url";

/**
 * Reads the page as it stands, and changes nothing in it. `ending` says whether the document is whole: one that
 * is still arriving, or a file that was cut, has sections nobody has seen.
 */
export function read(
  url: string,
  doc: Document,
  now: Date = new Date(),
  ending: Ending = doc.readyState === "loading" ? "arriving" : "whole",
): Capture {
  const page: Page = { doc, address: parseAddress(url), ending, now };
  const base = { url, capturedAt: now.toISOString() };
  const nothing = { kind: null, sections: {}, unparsed: [] };
  const found = detect(page);
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
    problems: [unfinished(ending)],
  };
}

/** Someone outside one's network is shown without a name: that is nobody one could know again. */
const NAMELESS =
  /^(LinkedIn[ -](Member|Mitglied|lid)|Membre (de )?LinkedIn|Miembro de LinkedIn|Usu[aá]rio do LinkedIn|Utente LinkedIn)$/i;

function withoutNameless(reading: Reading): Reading {
  if ("refused" in reading || !("fullName" in reading.record)) return reading;
  const isNameless = NAMELESS.test(reading.record.fullName ?? "");
  return isNameless ? { refused: { code: "not-a-profile" } } : reading;
}
