import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { CaptureButton } from "@/components/capture/capture-button";
import { Elsewhere } from "@/components/capture/elsewhere";
import { PageFrame, UnsavedHeading } from "@/components/capture/page-card";
import { Refusal } from "@/components/capture/refusal";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import { isListKind } from "@/lib/capture/list-kinds";
import type { Address } from "@/lib/capture/url";
import type { TruthTable } from "@/lib/capture/store/screen";
import type { RosterTable } from "@/lib/contacts/roster";
import { bridge } from "@/lib/platform/bridge";
import { SavedJob, SavedPerson } from "./saved-here";
import { WriteButton } from "@/components/messaging/write-button";
import { useKeptHere } from "./use-kept-here";
import type { Page } from "./use-page";

const ListHere = lazy(() => import("./list-here"));
const OtherHere = lazy(() => import("./other-here"));
const ReadingPart = lazy(() => import("@/components/capture/truth/reading-part"));

/** What the tab beside the panel shows: kept or not, what the last capture gave, and the way to the next. */
export function PageHere({
  page,
  outcome,
  keys,
  onOpen,
  onWrite,
  onTruth,
}: {
  page: Page;
  outcome: CaptureOutcome | undefined;
  keys: string;
  onOpen: (table: RosterTable, id: string) => void;
  onWrite: (id: string) => void;
  onTruth: (table: TruthTable, id: string) => void;
}) {
  const [isBusy, setBusy] = useState(false);
  const kept = useKeptHere(page);
  const { address, tabId } = page;

  const capture = async () => {
    setBusy(true);
    try {
      await bridge.sendMessage("captureTab", { tabId });
    } catch (error) {
      void say(sentenceOf(error));
    }
    setBusy(false);
  };

  const problem = problemOf(outcome);
  if (isListKind(address.kind))
    return (
      <Suspense fallback={<PageFrame busy />}>
        <ListHere
          tabId={tabId}
          kind={address.kind}
          address={address}
          outcome={outcome}
          problem={problem}
          keys={keys}
          onOpen={onOpen}
          onTruth={(id) => onTruth("lists", id)}
        />
      </Suspense>
    );
  if (address.kind === "company" || address.kind === "thread") {
    const company = kept?.table === "companies" ? kept.row : undefined;
    const isSaved = company !== undefined || outcome?.status === "storedThread";
    return (
      <Suspense fallback={<PageFrame busy />}>
        <OtherHere
          kind={address.kind}
          tabId={tabId}
          company={company}
          outcome={outcome}
          onOpen={(id) => onOpen("people", id)}
          onTruth={(id) => onTruth("companies", id)}
        >
          {problem !== undefined && <Refusal code={problem} />}
          <CaptureButton
            isSaved={isSaved}
            isBusy={isBusy}
            keys={keys}
            onCapture={() => void capture()}
          />
        </OtherHere>
      </Suspense>
    );
  }
  if (address.kind !== "profile" && address.kind !== "job")
    return (
      <div className="grid gap-2">
        {problem !== undefined && <Refusal code={problem} />}
        <Elsewhere isLinkedIn={address.kind !== "foreign"} />
      </div>
    );
  if (kept === undefined) return <PageFrame busy />;

  const button = (
    <CaptureButton
      isSaved={kept !== null}
      isBusy={isBusy}
      keys={keys}
      onCapture={() => void capture()}
    />
  );
  const refusal = problem === undefined ? null : <Refusal code={problem} />;
  const reading = kept && kept.table !== "companies" && (
    <Suspense fallback={<div className="h-7" />}>
      <ReadingPart
        rowKey={`${kept.table}/${kept.row.id}`}
        onOpen={() => onTruth(kept.table, kept.row.id)}
      />
    </Suspense>
  );
  const changes =
    outcome?.status === "stored" && outcome.stored.outcome === "changed"
      ? outcome.stored.changes
      : [];
  const rows = outcome?.status === "stored" ? outcome.stored.beside : undefined;
  const beside = rows ? rows.created + rows.changed + rows.unchanged : 0;
  return (
    <PageFrame>
      {kept === null && <UnsavedHeading kind={address.kind} address={shortAddress(address)} />}
      {kept?.table === "people" && (
        <SavedPerson key={kept.row.id} person={kept.row} changes={changes} onOpen={onOpen}>
          {refusal}
          <div className="flex flex-wrap items-center gap-2">
            <WriteButton onWrite={() => onWrite(kept.row.id)} />
            {button}
          </div>
          {reading}
        </SavedPerson>
      )}
      {kept?.table === "jobs" && (
        <SavedJob key={kept.row.id} job={kept.row} changes={changes} onOpen={onOpen}>
          {refusal}
          {beside > 0 && <p className="text-xs text-ink-soft">{i18n.t("beside.jobs", beside)}</p>}
          {button}
          {reading}
        </SavedJob>
      )}
      {kept === null && refusal}
      {kept === null && button}
    </PageFrame>
  );
}

/** The address without what only the site needs. */
function shortAddress(address: Extract<Address, { kind: "profile" | "job" }>): string {
  if (address.kind === "job") return `linkedin.com/jobs/view/${address.jobId}`;
  return `linkedin.com/in/${address.publicId}`;
}

function problemOf(outcome: CaptureOutcome | undefined): string | undefined {
  if (outcome?.status === "storedList") return outcome.endedBy;
  if (outcome?.status === "refused") return outcome.problem.code;
  return outcome?.status === "failed" ? outcome.error.code : undefined;
}
