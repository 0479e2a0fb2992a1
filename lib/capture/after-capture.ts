import type { Capture } from "./capture";
import type { CaptureOutcome } from "./capture-tab";
import { healthOf, isDoubtful } from "./health/health";
import { isListKind, listKeyOf } from "./list-kinds";
import type { Snapshot } from "./snapshot/tree";
import { unreadMonths } from "./health/unread-months";
import type { After, Refusal } from "./store/notes";
import type { SnapshotFate } from "./store/snapshots";
import { partOf } from "./taught/taught";
import { isSamePage, parseAddress } from "./url";

/** Effects of what follows a capture once it has been shown. */
export type AfterPorts = {
  /** The page as it stands now; undefined when no script may enter it any more. */
  takeSnapshot: () => Promise<Snapshot | undefined>;
  keepSnapshot: (key: string, snapshot: Snapshot) => Promise<SnapshotFate>;
  noteAfter: (key: string, at: string, more: After) => Promise<void>;
  /** How a list was read; nothing of it is about one row. */
  noteList: (key: string, capture: Capture) => Promise<void>;
  noteRefusal: (url: string, refusal: Refusal) => Promise<void>;
};

/**
 * What a click need not wait for: the page is kept as it stood, and looked through for what stands on it and was not
 * read. Gives the outcome to tell in the place of the first one, when the refused page turns out to be in a new form.
 */
export async function afterCapture(
  outcome: CaptureOutcome,
  capture: Capture | undefined,
  ports: AfterPorts,
  now: Date = new Date(),
): Promise<CaptureOutcome | undefined> {
  if (capture?.records) await keepList(capture, ports);
  if (outcome.status === "refused") return lookAtRefused(outcome, ports, now);
  if (outcome.status !== "stored" || !capture?.record) return undefined;
  const snapshot = await ports.takeSnapshot();
  const { table, id, at } = outcome.stored;
  const key = `${table}/${id}`;
  if (!snapshot || !isSamePage(snapshot.url, capture.url)) {
    await ports.noteAfter(key, at, { snapshot: "moved" });
    return undefined;
  }
  const fate = await ports.keepSnapshot(key, snapshot);
  const { sections } = healthOf(snapshot, capture);
  const drifted = sections.filter((one) => one.isDrifted).map(({ section }) => section);
  const months = unreadMonths(snapshot);
  const more = { snapshot: fate, drifted, ...(months > 0 && { unreadMonths: months }) };
  await ports.noteAfter(key, at, more);
  return undefined;
}

/** The list is kept whether or not a row of it could be read: where none was, its words are there to be pointed at. */
async function keepList(capture: Capture, ports: AfterPorts): Promise<void> {
  const { kind, url, capturedAt } = capture;
  if (kind === null || !isListKind(kind)) return;
  const key = listKeyOf(kind, partOf(parseAddress(url)));
  const snapshot = await ports.takeSnapshot();
  const isThere = snapshot && isSamePage(snapshot.url, url);
  await ports.noteList(key, capture);
  const fate = isThere ? await ports.keepSnapshot(key, snapshot) : "moved";
  await ports.noteAfter(key, capturedAt, { snapshot: fate });
}

async function lookAtRefused(
  outcome: Extract<CaptureOutcome, { status: "refused" }>,
  ports: AfterPorts,
  now: Date,
): Promise<CaptureOutcome | undefined> {
  const { url, problem } = outcome;
  const at = now.toISOString();
  const snapshot = isDoubtful(problem.code) ? await ports.takeSnapshot() : undefined;
  const isThere = snapshot && isSamePage(snapshot.url, url);
  const isDrift = isThere && healthOf(snapshot, nothingOf(outcome, at)).verdict === "drift";
  const code = isDrift ? "drift" : problem.code;
  await ports.noteRefusal(url, { at, url, code });
  return isDrift ? { ...outcome, problem: { code } } : undefined;
}

const nothingOf = (
  { url, problem }: Extract<CaptureOutcome, { status: "refused" }>,
  capturedAt: string,
): Capture => ({
  kind: null,
  family: null,
  url,
  capturedAt,
  sections: {},
  problems: [problem],
  unparsed: [],
});
