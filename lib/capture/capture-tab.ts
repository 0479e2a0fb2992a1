import { AppError, type AppErrorCode } from "@/lib/platform/app-error";
import type { Capture, Problem } from "./capture";
import { captureSchema } from "./capture-schema";
import { isAnswer, overlayScript, scriptsFor, withOverlay } from "./script-for";
import type { Stored } from "./store";
import type { SeenList, StoredList } from "./store/list";
import type { StoredThread } from "./stored-thread";
import { parseAddress } from "./url";

export type CaptureOutcome =
  | { status: "stored"; url: string; stored: Stored }
  /** `isWatching`: what comes to the list is being added, until the person stops it or leaves the page. */
  | {
      status: "storedList";
      url: string;
      stored: StoredList;
      isWatching?: true;
      endedBy?: AppErrorCode;
    }
  | { status: "storedThread"; url: string; stored: StoredThread }
  /** A list was looked at; nothing of it was kept. */
  | { status: "seenList"; url: string; seen: SeenList }
  | { status: "refused"; url: string; problem: Problem }
  | { status: "failed"; url: string; error: { code: AppErrorCode } };

/** Effects a capture needs: the page script's answer, and the way into the device's database. */
export type CapturePorts = {
  /** Runs a built script in the page and gives what it returns. */
  readPage: (tabId: number, script: string) => Promise<unknown>;
  /** A capture with what a person taught about pages of its kind. */
  refine: (capture: Capture) => Promise<Capture>;
  store: (capture: Capture) => Promise<Stored>;
  storeList: (capture: Capture) => Promise<StoredList>;
  storeThread: (capture: Capture) => Promise<StoredThread>;
};

type Refused = Extract<CaptureOutcome, { status: "refused" }>;
type Reads = Pick<CapturePorts, "readPage" | "refine">;

/**
 * Reads the page in a tab once and stores what is on it.
 * A page that cannot be read and a disk that is full are answers the person is told; anything else throws.
 */
export async function captureTab(
  tab: { id: number; url?: string },
  ports: CapturePorts,
): Promise<CaptureOutcome> {
  const read = await readTab(tab, ports);
  return "status" in read ? read : storeIt(tab.url ?? "", read, ports);
}

/** Reads a list in a tab and says what storing it would do. */
export async function lookAtTab(
  tab: { id: number; url?: string },
  ports: Reads & { lookAtList: (capture: Capture) => Promise<SeenList> },
): Promise<CaptureOutcome> {
  const read = await readTab(tab, ports);
  if ("status" in read) return read;
  if (!read.records) return refused(tab.url ?? "", "unsupported-page");
  return { status: "seenList", url: tab.url ?? "", seen: await ports.lookAtList(read) };
}

/** What stands on the page, believed; or why there is nothing to believe. */
async function readTab(
  tab: { id: number; url?: string },
  ports: Reads,
): Promise<Capture | Refused> {
  const url = tab.url ?? "";
  if (url && !isReadable(url)) return refused(url, "not-linkedin");

  const answer = await readOnce(tab.id, url, ports);
  if (!answer) return refused(url, url ? "unreadable" : "not-linkedin");

  const capture = captureSchema.safeParse(answer);
  if (!capture.success) return refused(url, "unreadable");

  // Before it is judged: a row that the reader could not read may be one that a person showed.
  const refined = await ports.refine(capture.data);
  const { records, problems } = refined;
  if (hasSomething(refined)) return refined;
  const problem = problems.find(({ row }) => row === undefined);
  const code = records ? "no-rows" : "unsupported-page";
  return { status: "refused", url, problem: problem ?? { code } };
}

async function storeIt(
  url: string,
  capture: Capture,
  ports: CapturePorts,
): Promise<CaptureOutcome> {
  try {
    const { kind, record, records } = capture;
    if (kind === "thread") {
      return { status: "storedThread", url, stored: await ports.storeThread(capture) };
    }
    if (!record) return { status: "storedList", url, stored: await ports.storeList(capture) };
    const stored = await ports.store(capture);
    if (!records) return { status: "stored", url, stored };
    // The job that is open, and those of the list beside it: one undo takes back both.
    const { counts, undo } = await ports.storeList(capture);
    return {
      status: "stored",
      url,
      stored: { ...stored, beside: counts, undo: [...undo, ...stored.undo] },
    };
  } catch (error) {
    if (error instanceof AppError) return { status: "failed", url, error: { code: error.code } };
    throw error;
  }
}

/** A page that moved on meanwhile, or whose address the browser did not tell, says where it is and is read as that. */
async function readOnce(tabId: number, url: string, ports: Reads): Promise<unknown> {
  const answer = await readAll(url, tabId, ports);
  const there = (answer as { url?: unknown } | null | undefined)?.url;
  if (typeof there !== "string" || scriptsFor(there)[0] === scriptsFor(url)[0]) return answer;
  return readAll(there, tabId, ports);
}

async function readAll(url: string, tabId: number, ports: Reads): Promise<unknown> {
  const answer = await readWith(scriptsFor(url), tabId, ports);
  const overlay = overlayScript(url);
  return overlay ? withOverlay(answer, await readPage(tabId, overlay, ports)) : answer;
}

/** The first script that is made for the page answers; if none is, they all say the same of it. */
async function readWith(scripts: string[], tabId: number, ports: Reads): Promise<unknown> {
  let first: unknown;
  for (const script of scripts) {
    const answer = await readPage(tabId, script, ports);
    if (isAnswer(answer)) return answer;
    first ??= answer;
  }
  return first;
}

async function readPage(tabId: number, script: string, ports: Reads): Promise<unknown> {
  try {
    return await ports.readPage(tabId, script);
  } catch {
    // The browser keeps extensions out of its own pages and of tabs that closed meanwhile.
    return undefined;
  }
}

/** Anywhere else no script is sent: the page is refused untouched. */
function isReadable(url: string): boolean {
  return url.startsWith("https:") && parseAddress(url).kind !== "foreign";
}

function hasSomething(capture: Capture): boolean {
  return capture.record !== undefined || (capture.records?.length ?? 0) > 0;
}

function refused(url: string, code: Problem["code"]): Refused {
  return { status: "refused", url, problem: { code } };
}
