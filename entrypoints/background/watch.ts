import { badgeOf } from "@/lib/capture/badge-state";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { captureSchema } from "@/lib/capture/capture-schema";
import { addRows, type ListOutcome } from "@/lib/capture/list-outcome";
import { storeList } from "@/lib/capture/store/list";
import { isSamePage } from "@/lib/capture/url";
import type { WatchAnswer } from "@/lib/capture/watch/list-watch";
import { AppError } from "@/lib/platform/app-error";
import { bridge } from "@/lib/platform/bridge";
import { runInTab } from "@/lib/platform/run-in-tab";
import { recallTab, rememberTab } from "@/lib/platform/tab-memory";
import { i18n } from "#i18n";
import { captureAndTell, showBadge } from "./capture";
import { chosenDb } from "./chosen-db";
import { refine } from "./keep-page";

const WATCHER = "watch-list.js";

/** Saves the list in the tab and goes on saving what comes to it, because the person turned that on there. */
export async function startWatch(tabId: number): Promise<CaptureOutcome> {
  const outcome = await captureAndTell(tabId);
  if (outcome.status !== "storedList" || outcome.isWatching) return outcome;
  const watched: ListOutcome = { ...outcome, isWatching: true };
  await rememberTab(tabId, watched);
  await runInTab(tabId, WATCHER);
  return watched;
}

/** Ends it in the page, and says in the tab's memory that it ended. */
export async function stopWatch(tabId: number): Promise<void> {
  if (!(await forgetWatch(tabId))) return;
  try {
    await bridge.sendMessage("endWatch", undefined, tabId);
  } catch {
    // The page is gone, and with it what ran there.
  }
}

/** It ended in the page. False when there was nothing to end. */
export async function forgetWatch(tabId: number): Promise<boolean> {
  const last = await recallTab<CaptureOutcome>(tabId);
  if (last?.status !== "storedList" || !last.isWatching) return false;
  await rememberTab(tabId, ended(last));
  return true;
}

function ended({ isWatching: _, ...outcome }: ListOutcome): ListOutcome {
  return outcome;
}

/** Rows that came to a watched list. Told one after the other, so that no two are added to the same list at once. */
export async function keepRows(tabId: number, fresh: unknown): Promise<WatchAnswer> {
  const last = await recallTab<CaptureOutcome>(tabId);
  const over = { isOn: false, said: "", stop: "" };
  const capture = captureSchema.safeParse(fresh);
  if (last?.status !== "storedList" || !last.isWatching || !capture.success) return over;
  const db = await chosenDb();
  // Another notebook was opened meanwhile: what is on this list was to go into the first.
  const isSame = isSamePage(last.url, capture.data.url) && last.stored.into === db.name;
  if (!isSame) {
    await forgetWatch(tabId);
    return over;
  }
  try {
    const rows = await refine(tabId, capture.data);
    const stored = addRows(last.stored, await storeList(db, rows));
    const outcome: ListOutcome = { ...last, stored };
    const standing = await recallTab<CaptureOutcome>(tabId);
    const isOn = standing?.status === "storedList" && standing.isWatching === true;
    await rememberTab(tabId, isOn ? outcome : ended(outcome));
    await showBadge(tabId, badgeOf(outcome));
    return { isOn, said: i18n.t("watch.saved", stored.rows.length), stop: i18n.t("watch.stop") };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What was kept before stays, and can still be taken back.
    await rememberTab(tabId, { ...ended(last), endedBy: error.code });
    return over;
  }
}
