import type { Capture, ProblemCode, SectionState } from "../capture";
import { SECTIONS } from "../page";
import type { Snapshot } from "../snapshot/tree";
import { parseAddress } from "../url";
import { identitySigns, type Signs } from "./identity-signs";
import { anchorsOf, type AnchorKind } from "./section-anchors";

export type SectionHealth = {
  section: string;
  state: SectionState | "unread";
  /** The names under which it was found, the one most relied on first. */
  anchors: AnchorKind[];
  /** It stands on the page with words in it, and the reader gave nothing of it. */
  isDrifted: boolean;
};

/**
 * reads: what stands on the page is read · partly: some of it is not loaded or cut off, which scrolling mends ·
 * drift: the page is of a known kind and stands there whole, but is not made as the readers know it · refused: there
 * is nothing to read, for the reason given.
 */
export type Verdict = "reads" | "partly" | "drift" | "refused";

export type Health = {
  verdict: Verdict;
  problem?: ProblemCode;
  kind: Capture["kind"];
  family: Capture["family"];
  sections: SectionHealth[];
  identity: Signs;
};

/** Refusals that a page in a new form would get, too. */
const DOUBTFUL = new Set<ProblemCode>(["not-a-profile", "unreadable", "still-loading"]);
const LINES_OF_CONTENT = 2;

/** Whether a refused page is worth a second look: the other refusals are sure of what they say. */
export const isDoubtful = (problem: ProblemCode): boolean => DOUBTFUL.has(problem);

/** What a reading of the page was worth, beside what else stands on it to be read. */
export function healthOf(snapshot: Snapshot, capture: Capture): Health {
  const address = parseAddress(snapshot.url);
  const anchors = anchorsOf(snapshot.root);
  const identity = identitySigns(snapshot, capture.record);
  const [problem] = capture.kind === null ? capture.problems : [];
  const names =
    address.kind === "profile" && !address.section
      ? [...new Set([...SECTIONS, ...Object.keys(capture.sections)])]
      : Object.keys(capture.sections);
  // Where a page was refused for what it is, its sections are nobody's business.
  const mayDrift = !problem || isDoubtful(problem.code);
  const sections = names.map((section): SectionHealth => {
    const found = anchors.get(section) ?? [];
    const state = capture.sections[section] ?? "unread";
    const isFull = found.some(({ lines }) => lines >= LINES_OF_CONTENT);
    const isUnseen = state !== "present" && state !== "cutOff";
    return {
      section,
      state,
      anchors: found.map(({ by }) => by),
      isDrifted: mayDrift && isFull && isUnseen,
    };
  });
  const verdict = verdictOf(sections, identity, problem?.code);
  const { kind, family } = capture;
  return { verdict, kind, family, sections, identity, ...(problem && { problem: problem.code }) };
}

function verdictOf(sections: SectionHealth[], identity: Signs, problem?: ProblemCode): Verdict {
  const drifted = sections.filter(({ isDrifted }) => isDrifted).length;
  if (problem) {
    const isThere = identity.agree > 0 && identity.disagree === 0 && drifted > 1;
    return isThere ? "drift" : "refused";
  }
  if (drifted > 0) return "drift";
  const isWhole = sections.every(({ state }) => state === "present" || state === "absent");
  return isWhole ? "reads" : "partly";
}
