import { Building2, MessagesSquare, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { PageFrame } from "@/components/capture/page-card";
import ReadingPart from "@/components/capture/truth/reading-part";
import { undo } from "@/components/contacts/write";
import { Button } from "@/components/ui/button";
import type { CaptureOutcome } from "@/lib/capture/capture-tab";
import type { StoredThread } from "@/lib/capture/stored-thread";
import { rememberUndo, type Undoable } from "@/lib/contacts/undo";
import type { Company } from "@/lib/model/company";
import { forgetTab } from "@/lib/platform/tab-memory";
import { openPage } from "./open-page";

/** A company or a conversation in the tab: what of it is kept, and the way to keep it. */
export default function OtherHere({
  kind,
  tabId,
  company,
  outcome,
  onOpen,
  onTruth,
  children,
}: {
  kind: "company" | "thread";
  tabId: number;
  company: Company | undefined;
  outcome: CaptureOutcome | undefined;
  onOpen: (personId: string) => void;
  onTruth: (companyId: string) => void;
  /** Why nothing was kept, and the button. */
  children: ReactNode;
}) {
  const thread = outcome?.status === "storedThread" ? outcome.stored : undefined;
  const edits = outcome?.status === "stored" ? outcome.stored.undo : (thread?.undo ?? []);
  const takeBack = async () => {
    const undoable: Undoable = { kind: "capture", edits };
    rememberUndo(undoable);
    if (await undo(undoable)) await forgetTab(tabId);
  };
  return (
    <PageFrame>
      {kind === "company" ? (
        <CompanyHeading company={company} />
      ) : (
        <ThreadHeading thread={thread} onOpen={onOpen} />
      )}
      {children}
      {company && (
        <ReadingPart rowKey={`companies/${company.id}`} onOpen={() => onTruth(company.id)} />
      )}
      {edits.length > 0 && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start"
          onClick={() => void takeBack()}
        >
          <Undo2 aria-hidden="true" />
          {i18n.t("beside.undo")}
        </Button>
      )}
    </PageFrame>
  );
}

function CompanyHeading({ company }: { company: Company | undefined }) {
  if (!company) {
    return (
      <Heading icon={<Building2 aria-hidden="true" />} title={i18n.t("beside.company")}>
        {i18n.t("beside.companyHint")}
      </Heading>
    );
  }
  const facts = [company.industry, company.headquarters, company.employees].filter(Boolean);
  return (
    <Heading icon={<Building2 aria-hidden="true" />} title={company.name}>
      {facts.join(" · ")}
      <Button
        variant="plain"
        size="sm"
        className="mt-2 justify-self-start"
        onClick={() => openPage(`/desk.html#companies/${company.id}`)}
      >
        {i18n.t("beside.openDesk")}
      </Button>
    </Heading>
  );
}

function ThreadHeading({
  thread,
  onOpen,
}: {
  thread: StoredThread | undefined;
  onOpen: (personId: string) => void;
}) {
  const icon = <MessagesSquare aria-hidden="true" />;
  if (!thread) {
    return (
      <Heading icon={icon} title={i18n.t("beside.conversation")}>
        {i18n.t("beside.conversationHint")}
      </Heading>
    );
  }
  const { created, sent } = thread.counts;
  const fresh = created + sent;
  return (
    <Heading
      icon={icon}
      title={
        <button
          type="button"
          onClick={() => onOpen(thread.personId)}
          className="rounded-sm text-left decoration-plum/40 decoration-1 underline-offset-4 hover:underline"
        >
          {thread.name}
        </button>
      }
    >
      <span aria-live="polite">
        {i18n.t("beside.messages", fresh, [fresh.toLocaleString(), thread.name])}
      </span>
      {sent > 0 && <span className="text-moss">{i18n.t("beside.draftSent", sent)}</span>}
    </Heading>
  );
}

function Heading({
  icon,
  title,
  children,
}: {
  icon: ReactNode;
  title: ReactNode;
  children: ReactNode;
}) {
  return (
    <header className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 gap-y-1">
      <span className="mt-1 text-ink-faint [&_svg]:size-5">{icon}</span>
      <h2 className="title min-w-0 text-lg">{title}</h2>
      <div className="col-start-2 grid gap-1 text-sm text-pretty text-ink-soft">{children}</div>
    </header>
  );
}
