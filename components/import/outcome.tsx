import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { ClosedLeaf, TidyLeaf } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { numberText } from "@/components/ui/locale";
import { sentenceOf } from "@/components/ui/sentences";
import type { ImportRecord } from "@/lib/import/import-record";

/** What was done, and the one way back. */
export function Done({
  record,
  onUndo,
  onAgain,
}: {
  record: ImportRecord;
  onUndo: () => void;
  onAgain: () => void;
}) {
  const isWhole = record.state === "done";
  return (
    <EmptyState
      drawing={<TidyLeaf />}
      title={i18n.t(isWhole ? "import.done" : "import.stopped")}
      action={
        <>
          {record.written > 0 && <Button onClick={onUndo}>{i18n.t("import.undoAll")}</Button>}
          <Button variant="primary" onClick={onAgain}>
            {i18n.t("import.again")}
          </Button>
        </>
      }
    >
      <p>{i18n.t("import.wrote", record.written, [numberText(record.written)])}</p>
      {!isWhole && <p>{i18n.t("import.stoppedMore")}</p>}
    </EmptyState>
  );
}

export function Undone({ kept, onAgain }: { kept: number; onAgain: () => void }) {
  return (
    <EmptyState
      drawing={<TidyLeaf />}
      title={i18n.t("import.undone")}
      action={<Button onClick={onAgain}>{i18n.t("import.again")}</Button>}
    >
      {kept > 0 && i18n.t("import.undoneKept", kept, [numberText(kept)])}
    </EmptyState>
  );
}

export function Failed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  return (
    <EmptyState
      drawing={<ClosedLeaf />}
      title={i18n.t("import.failed")}
      action={<Button onClick={onAgain}>{i18n.t("import.again")}</Button>}
    >
      <p role="alert">{sentenceOf(error)}</p>
    </EmptyState>
  );
}
