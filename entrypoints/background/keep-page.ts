import { afterCapture } from "@/lib/capture/after-capture";
import type { Capture } from "@/lib/capture/capture";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { findSaved } from "@/lib/capture/saved";
import type { Snapshot } from "@/lib/capture/snapshot/tree";
import { lessonsFor } from "@/lib/capture/store/lessons";
import { noteAfter, noteCapture, noteRefusal } from "@/lib/capture/store/notes";
import { keepSnapshot } from "@/lib/capture/store/snapshots";
import { refineCapture } from "@/lib/capture/taught/refine";
import { runInTab } from "@/lib/platform/run-in-tab";
import { rememberTab } from "@/lib/platform/tab-memory";
import { chosenDb } from "./chosen-db";

/** By their whole names: what is sent into a page can be counted in the built code. */
const TAUGHT_ROWS = { people: "capture-taught-people.js", jobs: "capture-taught-jobs.js" } as const;

/** A capture with what a person taught about pages of its kind, looked up in the page it was read from. */
export async function refine(tabId: number, capture: Capture): Promise<Capture> {
  try {
    return await refineCapture(capture, {
      lessonsFor: async (structure) => lessonsFor(await chosenDb(), structure),
      ask: (question) => runInTab(tabId, "capture-taught.js", question),
      askRows: (of, question) => runInTab(tabId, TAUGHT_ROWS[of], question),
    });
  } catch {
    // The tab was closed meanwhile: what its reader read stands.
    return capture;
  }
}

/** After the capture has been shown: nobody waits for it, and the row it is about has been written. */
export async function keepPage(
  tabId: number,
  outcome: CaptureOutcome,
  captured: Capture | undefined,
): Promise<void> {
  const db = await chosenDb();
  const truer = await afterCapture(outcome, captured, {
    takeSnapshot: () => snapshotOf(tabId),
    keepSnapshot: (key, snapshot) => keepSnapshot(db, key, snapshot),
    noteAfter: (key, at, more) => noteAfter(db, key, at, more),
    noteList: (key, capture) => noteCapture(db, key, capture, {}),
    noteRefusal: async (url, refusal) => {
      const known = await findSaved(db, url);
      if (known) await noteRefusal(db, `${known.table}/${known.id}`, refusal);
    },
  });
  if (truer) await rememberTab(tabId, truer);
}

/** The page in a tab as words and structure; undefined when the tab was closed or left meanwhile. */
async function snapshotOf(tabId: number): Promise<Snapshot | undefined> {
  try {
    return (await runInTab(tabId, "capture-snapshot.js")) as Snapshot;
  } catch {
    return undefined;
  }
}
