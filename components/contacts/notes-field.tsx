import { useCallback, useEffect, useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Textarea } from "@/components/ui/input";
import { useReadOnly } from "@/components/ui/read-only";
import { sentenceOf } from "@/components/ui/sentences";
import { dropDraft, keepDraft, leftDraft } from "@/lib/contacts/drafts";
import type { KeptTable } from "@/lib/contacts/roster";
import { saveNotes } from "@/lib/contacts/store";
import { rememberUndo } from "@/lib/contacts/undo";
import { chosenName, PERSONAL } from "@/lib/platform/chosen-workspace";

const PAUSE = 500;

type Status = { is: "idle" | "typing" | "saved" } | { is: "failed"; why: string };

/** Notes save themselves: at a pause, on leaving, and at the next opening if the screen closed first. Give it a `key` per row. */
export function NotesField({ table, id, notes }: { table: KeptTable; id: string; notes: string }) {
  const { text, status, type, flush } = useAutosave(table, id, notes);
  const boxId = useId();
  const why = useReadOnly(table);
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-3 text-xs text-ink-faint">
        <label htmlFor={boxId} className="font-medium">
          {i18n.t("notes.label")}
        </label>
        <p id={`${boxId}-status`} role="status" className="min-w-0 text-right">
          {why !== undefined && status.is !== "failed" ? why : <StatusText status={status} />}
        </p>
      </div>
      <Textarea
        id={boxId}
        aria-keyshortcuts="n"
        aria-describedby={`${boxId}-status`}
        {...(why === undefined && {
          placeholder: i18n.t(chosenName() === PERSONAL ? "notes.placeholder" : "notes.shared"),
        })}
        value={text}
        readOnly={why !== undefined}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />
    </div>
  );
}

function StatusText({ status }: { status: Status }) {
  if (status.is === "typing") return i18n.t("notes.saving");
  if (status.is === "saved") return <span className="text-moss">{i18n.t("notes.saved")}</span>;
  if (status.is === "failed")
    return (
      <span className="text-brick">
        {status.why} {i18n.t("notes.kept")}
      </span>
    );
  return null;
}

function useAutosave(table: KeptTable, id: string, notes: string) {
  const [text, setText] = useState(() => leftDraft(table, id) ?? notes);
  const [status, setStatus] = useState<Status>({ is: "idle" });
  const [known, setKnown] = useState(notes);
  const pending = useRef<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isUndoable = useRef(false);

  // Another screen or device changed them: shown unless something unsaved stands here.
  if (notes !== known) {
    setKnown(notes);
    if (status.is !== "typing" && status.is !== "failed") setText(notes);
  }

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const value = pending.current;
    if (value === undefined) return;
    pending.current = undefined;
    try {
      const saved = await saveNotes(table, id, value);
      dropDraft({ table, id, text: value });
      // One undo takes back one sitting, not one pause.
      if (!isUndoable.current) rememberUndo({ kind: "note", edits: saved.undo });
      isUndoable.current = true;
      if (pending.current === undefined) setStatus({ is: "saved" });
    } catch (error) {
      pending.current ??= value;
      setStatus({ is: "failed", why: sentenceOf(error) });
    }
  }, [table, id]);

  const type = (value: string) => {
    setText(value);
    setStatus({ is: "typing" });
    keepDraft({ table, id, text: value });
    pending.current = value;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE);
  };

  useEffect(() => {
    pending.current = leftDraft(table, id);
    // On leaving, and on coming back: what found no room may have it now.
    const onTurn = () => void flush();
    onTurn();
    document.addEventListener("visibilitychange", onTurn);
    return () => {
      document.removeEventListener("visibilitychange", onTurn);
      void flush();
    };
  }, [flush, table, id]);

  const leave = () => {
    void flush();
    isUndoable.current = false;
  };

  return { text, status, type, flush: leave };
}
