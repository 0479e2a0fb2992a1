import { useState } from "react";
import {
  ListActions,
  ListCounts,
  ListHeading,
  ListRefused,
  ListRows,
} from "@/components/capture/list-card";
import { WatchIsOn, WatchStart } from "@/components/capture/list-watch";
import { PageFrame } from "@/components/capture/page-card";
import { Refusal } from "@/components/capture/refusal";
import { useNote } from "@/components/capture/truth/queries";
import ReadingPart from "@/components/capture/truth/reading-part";
import { undo } from "@/components/contacts/write";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { type ListKind, listKeyOf } from "@/lib/capture/list-kinds";
import { partOf } from "@/lib/capture/taught/taught";
import type { Address } from "@/lib/capture/url";
import type { RosterTable } from "@/lib/contacts/roster";
import { rememberUndo } from "@/lib/contacts/undo";
import { bridge } from "@/lib/platform/bridge";
import { requestSiteAccess } from "@/lib/platform/site-access";
import { forgetTab } from "@/lib/platform/tab-memory";

/** A list in the tab: how many rows stand on it, which are new, and the ways to keep them. */
export default function ListHere({
  tabId,
  kind,
  address,
  outcome,
  problem,
  keys,
  onOpen,
  onTruth,
}: {
  tabId: number;
  kind: ListKind;
  address: Address;
  outcome: CaptureOutcome | undefined;
  problem: string | undefined;
  keys: string;
  onOpen: (table: RosterTable, id: string) => void;
  onTruth: (listId: string) => void;
}) {
  const [isBusy, setBusy] = useState(false);
  const stored = outcome?.status === "storedList" ? outcome.stored : undefined;
  const seen = outcome?.status === "seenList" ? outcome.seen : undefined;
  const isWatching = outcome?.status === "storedList" && outcome.isWatching === true;
  const list = stored ?? seen;

  const ask = async (call: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await call();
    } catch (error) {
      void say(sentenceOf(error));
    }
    setBusy(false);
  };
  const watch = async () => {
    // Granted once for all where the browser grants it with the extension; asked for here where it does not.
    if (await requestSiteAccess()) await bridge.sendMessage("startWatch", { tabId });
  };
  const takeBack = async () => {
    if (isWatching) await bridge.sendMessage("stopWatch", { tabId });
    const undoable = { kind: "capture", edits: stored?.undo ?? [] } as const;
    rememberUndo(undoable);
    if (await undo(undoable)) await forgetTab(tabId);
  };

  return (
    <PageFrame>
      <ListHeading kind={kind} list={list} isStored={stored !== undefined} />
      {list && <ListCounts list={list} isStored={stored !== undefined} />}
      {isWatching && (
        <WatchIsOn onStop={() => void ask(() => bridge.sendMessage("stopWatch", { tabId }))} />
      )}
      {problem !== undefined && <Refusal code={problem} />}
      {list && <ListRefused refused={list.refused} />}
      {list && list.rows.length > 0 && (
        <ListRows
          rows={list.rows}
          onOpen={(row) => (stored || row.outcome !== "created") && onOpen(list.table, row.id)}
        />
      )}
      <ListActions
        state={stateOf(outcome)}
        isBusy={isBusy}
        keys={keys}
        onSave={() => void ask(() => bridge.sendMessage("captureTab", { tabId }))}
        onLook={() => void ask(() => bridge.sendMessage("lookAtTab", { tabId }))}
        onUndo={stored && stored.undo.length > 0 ? () => void ask(takeBack) : undefined}
      />
      {(outcome?.status === "storedList" || outcome?.status === "refused") && (
        <ListReading listKey={listKeyOf(kind, partOf(address))} onTruth={onTruth} />
      )}
      {!isWatching && kind !== "job-search" && <WatchStart onStart={() => void ask(watch)} />}
    </PageFrame>
  );
}

/** What the last reading of such a list could not take, and the way to what it took, once there is a reading. */
function ListReading({ listKey, onTruth }: { listKey: string; onTruth: (listId: string) => void }) {
  if (!useNote(listKey)) return null;
  return <ReadingPart rowKey={listKey} onOpen={() => onTruth(listKey.slice("lists/".length))} />;
}

function stateOf(outcome: CaptureOutcome | undefined): "unread" | "seen" | "stored" {
  if (outcome?.status === "storedList") return "stored";
  return outcome?.status === "seenList" ? "seen" : "unread";
}
