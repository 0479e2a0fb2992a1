import { AppError, type AppErrorCode } from "@/lib/platform/app-error";
import type { Capture, Problem } from "./capture";
import { captureSchema } from "./capture-schema";
import { isAnswer, scriptsFor } from "./script-for";
import type { Stored } from "./store";
import { parseAddress } from "./url";

export type CaptureOutcome =
  | { status: "stored"; url: string; stored: Stored }
  | { status: "refused"; url: string; problem: Problem }
  | { status: "failed"; url: string; error: { code: AppErrorCode } };

/** Effects a capture needs: the page script's answer, and the way into the device's database. */
export type CapturePorts = {
  /** Runs a built script in the page and gives what it returns. */
  readPage: (tabId: number, script: string) => Promise<unknown>;
  store: (capture: Capture) => Promise<Stored>;
};

/**
 * Reads the page in a tab once and stores what is on it.
 * A page that cannot be read and a disk that is full are answers the person is told; anything else throws.
 */
export async function captureTab(
  tab: { id: number; url?: string },
  ports: CapturePorts,
): Promise<CaptureOutcome> {
  const url = tab.url ?? "";
  if (url && !isReadable(url)) return refused(url, "not-linkedin");

  const answer = await readOnce(tab.id, url, ports);
  if (!answer) return refused(url, url ? "unreadable" : "not-linkedin");

  const capture = captureSchema.safeParse(answer);
  if (!capture.success) return refused(url, "unreadable");

  const [problem] = capture.data.problems;
  if (!hasSomething(capture.data))
    return { status: "refused", url, problem: problem ?? { code: "unsupported-page" } };
  return storeIt(url, capture.data, ports);
}

async function storeIt(
  url: string,
  capture: Capture,
  ports: CapturePorts,
): Promise<CaptureOutcome> {
  try {
    return { status: "stored", url, stored: await ports.store(capture) };
  } catch (error) {
    if (error instanceof AppError) return { status: "failed", url, error: { code: error.code } };
    throw error;
  }
}

/** A page that moved on meanwhile, or whose address the browser did not tell, says where it is and is read as that. */
async function readOnce(tabId: number, url: string, ports: CapturePorts): Promise<unknown> {
  const answer = await readWith(scriptsFor(url), tabId, ports);
  const there = (answer as { url?: unknown } | null | undefined)?.url;
  if (typeof there !== "string" || scriptsFor(there)[0] === scriptsFor(url)[0]) return answer;
  return readWith(scriptsFor(there), tabId, ports);
}

/** The first script that is made for the page answers; if none is, they all say the same of it. */
async function readWith(scripts: string[], tabId: number, ports: CapturePorts): Promise<unknown> {
  let first: unknown;
  for (const script of scripts) {
    const answer = await readPage(tabId, script, ports);
    if (isAnswer(answer)) return answer;
    first ??= answer;
  }
  return first;
}

async function readPage(tabId: number, script: string, ports: CapturePorts): Promise<unknown> {
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

function refused(url: string, code: Problem["code"]): CaptureOutcome {
  return { status: "refused", url, problem: { code } };
}
