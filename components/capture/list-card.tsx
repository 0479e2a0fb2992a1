import { Check, ListPlus, Pencil, Plus, ScanEye, Undo2 } from "lucide-react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Monogram } from "@/components/ui/monogram";
import { Notice } from "@/components/ui/notice";
import { useReadOnly } from "@/components/ui/read-only";
import { sentence } from "@/components/ui/sentences";
import { Spinner } from "@/components/ui/spinner";
import type { ListKind } from "@/lib/capture/list-kinds";
import type { ListRow, SeenList } from "@/lib/capture/store/list";

const NAMES: Record<ListKind, () => string> = {
  connections: () => i18n.t("rows.here.connections"),
  "people-search": () => i18n.t("rows.here.peopleSearch"),
  "company-people": () => i18n.t("rows.here.companyPeople"),
  invitations: () => i18n.t("rows.here.invitations"),
  "job-search": () => i18n.t("rows.here.jobSearch"),
};

/** What the page is, and how much of it stands here or was saved. */
export function ListHeading({
  kind,
  list,
  isStored,
}: {
  kind: ListKind;
  list: SeenList | undefined;
  isStored: boolean;
}) {
  return (
    <header className="grid gap-1">
      <h2 className="title text-lg">{NAMES[kind]()}</h2>
      {list === undefined ? (
        <p className="text-sm text-pretty text-ink-soft">{i18n.t("rows.hint")}</p>
      ) : (
        <p aria-live="polite" className="text-sm text-ink-soft">
          {i18n.t(isStored ? "rows.saved" : "rows.stand", list.rows.length)}
          {list.total !== undefined && (
            <span className="text-ink-faint">
              {" · "}
              {i18n.t("rows.of", [list.rows.length.toLocaleString(), list.total])}
            </span>
          )}
        </p>
      )}
    </header>
  );
}

/** How many rows are new, changed and known: what happened, or what would. */
export function ListCounts({ list, isStored }: { list: SeenList; isStored: boolean }) {
  const { created, changed, unchanged } = list.counts;
  return (
    <p className="flex flex-wrap gap-1.5">
      {created > 0 && (
        <Badge tone="moss">
          <Plus aria-hidden="true" />
          {i18n.t(isStored ? "rows.created" : "rows.wouldCreate", created)}
        </Badge>
      )}
      {changed > 0 && (
        <Badge tone="plum">
          <Pencil aria-hidden="true" />
          {i18n.t(isStored ? "rows.changed" : "rows.wouldChange", changed)}
        </Badge>
      )}
      {unchanged > 0 && (
        <Badge>
          <Check aria-hidden="true" />
          {i18n.t("rows.unchanged", unchanged)}
        </Badge>
      )}
    </p>
  );
}

const SHOWN = 200;

/** Who stands on the list, and which of them are saved. */
export function ListRows({
  rows,
  onOpen,
}: {
  rows: readonly ListRow[];
  onOpen: (row: ListRow) => void;
}) {
  return (
    <ul
      aria-label={i18n.t("rows.who")}
      // A part that scrolls must be reachable by key.
      tabIndex={0}
      className="-mx-1 grid max-h-56 overflow-y-auto rounded-md"
    >
      {rows.slice(0, SHOWN).map((row) => (
        <li key={row.id} className="flex items-center gap-2 px-1 py-1 text-sm">
          <Monogram name={row.name} size="sm" />
          <button
            type="button"
            onClick={() => onOpen(row)}
            className="min-w-0 flex-1 truncate rounded-sm text-left decoration-plum/40 underline-offset-4 hover:underline"
          >
            {row.name}
          </button>
          <RowMark outcome={row.outcome} />
        </li>
      ))}
      {rows.length > SHOWN && (
        <li className="px-1 py-1 text-xs text-ink-faint">
          {i18n.t("rows.more", rows.length - SHOWN)}
        </li>
      )}
    </ul>
  );
}

function RowMark({ outcome }: { outcome: ListRow["outcome"] }) {
  if (outcome === "created") return <Badge tone="moss">{i18n.t("rows.isNew")}</Badge>;
  if (outcome === "changed") return <Badge tone="plum">{i18n.t("rows.isChanged")}</Badge>;
  return <Badge>{i18n.t("rows.isSaved")}</Badge>;
}

/** Rows that were left out, by reason. */
export function ListRefused({ refused }: Pick<SeenList, "refused">) {
  if (refused.length === 0) return null;
  const codes = [...new Set(refused.map(({ code }) => code))];
  return (
    <Notice tone="saffron" title={i18n.t("rows.refused", refused.length)}>
      {codes.map((code) => (
        <p key={code}>{sentence(code)}</p>
      ))}
    </Notice>
  );
}

/** The ways on: save, look first, take all back. */
export function ListActions({
  state,
  isBusy,
  keys,
  onSave,
  onLook,
  onUndo,
}: {
  state: "unread" | "seen" | "stored";
  isBusy: boolean;
  keys: string;
  onSave: () => void;
  onLook: () => void;
  /** Absent when nothing was changed. */
  onUndo: (() => void) | undefined;
}) {
  const isStored = state === "stored";
  const why = useReadOnly("people");
  const isOff = isBusy || why !== undefined;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        variant={isStored ? "plain" : "primary"}
        size={isStored ? "md" : "lg"}
        aria-busy={isBusy}
        aria-disabled={isOff}
        title={why}
        onClick={() => !isOff && onSave()}
      >
        {isBusy ? <Spinner /> : <ListPlus aria-hidden="true" />}
        {i18n.t(isStored ? "rows.saveAgain" : "rows.save")}
      </Button>
      {!isStored && keys !== "" && <Kbd keys={keys} />}
      {state === "unread" && (
        <Button variant="link" aria-disabled={isBusy} onClick={() => !isBusy && onLook()}>
          <ScanEye aria-hidden="true" />
          {i18n.t("rows.look")}
        </Button>
      )}
      {onUndo && (
        <Button variant="ghost" onClick={onUndo}>
          <Undo2 aria-hidden="true" />
          {i18n.t("rows.undo")}
        </Button>
      )}
    </div>
  );
}
