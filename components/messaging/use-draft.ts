import { useEffect, useMemo, useRef, useState } from "react";
import { sentenceOf } from "@/components/ui/sentences";
import { draftFrom, draftOf, hasSubject, type Draft } from "@/lib/messaging/draft";
import { dropKept, forgetKept, keepStroke, type DraftFields } from "@/lib/messaging/kept-draft";
import type { MessageForm } from "@/lib/messaging/limits";
import { discardDraft, newDraftId, saveDraft } from "@/lib/messaging/store/drafts";
import type { Account } from "@/lib/messaging/store/facts";
import type { Facts } from "@/lib/messaging/variables/variable";
import type { Message } from "@/lib/model/message";
import type { Template } from "@/lib/model/template";

const PAUSE = 400;

/** What one is writing. While `template` is there, the text is the template's, filled with facts. */
export type Sheet = {
  id: string;
  form: MessageForm;
  language: string;
  template?: Template | undefined;
  /** The template it came of, once it was changed by hand. */
  templateId?: string | undefined;
  jobId?: string | undefined;
  text: string;
  subject: string;
  format: "text" | "html";
  /** Whether a mail ends with the line about writing no more; as the settings say, until it is chosen. */
  farewell?: boolean | undefined;
};

export type SaveState = { is: "idle" | "typing" | "saved" } | { is: "failed"; why: string };

export function sheetOf(message: Message): Sheet {
  return {
    id: message.id,
    form: message.form ?? "message",
    language: message.language ?? "en",
    templateId: message.templateId,
    jobId: message.jobId,
    text: message.content ?? "",
    subject: message.subject ?? "",
    format: message.format ?? "text",
    farewell: message.farewell,
  };
}

export function sheetFrom(
  template: Template | undefined,
  form: MessageForm,
  language: string,
): Sheet {
  return {
    id: newDraftId(),
    form: template?.form ?? form,
    language,
    template,
    templateId: template?.id,
    text: "",
    subject: "",
    format: template?.format ?? "text",
  };
}

/** A sheet, what it comes to with the facts, and its way into the notebook. Nothing typed is ever lost: each stroke is kept at once. */
export function useDraft({
  personId,
  start,
  facts,
  account,
}: {
  personId: string;
  start: Sheet;
  facts: Facts;
  account: Account;
}) {
  const [sheet, setSheet] = useState(start);
  const [state, setState] = useState<SaveState>({ is: "idle" });
  const pending = useRef<{ id: string; fields: DraftFields } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const draft = useMemo(() => draftFor(sheet, facts, account), [sheet, facts, account]);

  const flush = async () => {
    clearTimeout(timer.current);
    const one = pending.current;
    if (!one) return;
    pending.current = undefined;
    try {
      await saveDraft(one.id, one.fields);
      dropKept(one.id, one.fields);
      if (pending.current === undefined) setState({ is: "saved" });
    } catch (error) {
      pending.current ??= one;
      setState({ is: "failed", why: sentenceOf(error) });
    }
  };

  const keep = (next: Sheet, shown: Draft) => {
    const fields = fieldsOf(personId, next, shown);
    keepStroke(next.id, fields);
    pending.current = { id: next.id, fields };
    setState({ is: "typing" });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), PAUSE);
  };

  useEffect(() => {
    const onHide = () => document.visibilityState === "hidden" && void flush();
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      void flush();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `flush` reads only refs
  }, []);

  return {
    sheet,
    draft,
    state,
    flush,
    /** A change by hand or by an AI: it is kept, and held against the record. */
    write: (
      change: Partial<Pick<Sheet, "text" | "subject" | "format" | "language" | "farewell">>,
    ) => {
      const { template: _was, ...rest } = sheet;
      const next: Sheet = { ...rest, text: draft.text, subject: draft.subject ?? "", ...change };
      setSheet(next);
      keep(next, draftFor(next, facts, account));
    },
    /** Another template, form, job or language: the text fills anew. Nothing is kept until it is used. */
    begin: (next: Sheet) => setSheet(next),
    /** What stood before stands again, and is kept as it is. */
    restore: (before: Sheet) => {
      setSheet(before);
      keep(before, draftFor(before, facts, account));
    },
    /** Before it leaves the screen: the draft becomes a row. */
    settle: async (): Promise<DraftFields> => {
      if (!pending.current) keep(sheet, draft);
      const fields = fieldsOf(personId, sheet, draft);
      await flush();
      return fields;
    },
    discard: async () => {
      clearTimeout(timer.current);
      const wasKept = pending.current !== undefined || state.is !== "idle" || sheet === start;
      pending.current = undefined;
      forgetKept(sheet.id);
      return wasKept ? discardDraft(sheet.id) : undefined;
    },
  };
}

function draftFor(sheet: Sheet, facts: Facts, account: Account): Draft {
  if (sheet.template)
    return draftFrom(
      { ...sheet.template, form: sheet.form, format: sheet.format },
      { account, facts },
    );
  const { form, text, subject, format } = sheet;
  return draftOf({ text, ...(hasSubject(form) && { subject }) }, { form, account, facts, format });
}

function fieldsOf(personId: string, sheet: Sheet, draft: Draft): DraftFields {
  const { form, format, language, templateId, jobId } = sheet;
  return {
    personId,
    form,
    language,
    text: draft.text,
    subject: draft.subject,
    format: form === "email" ? format : undefined,
    farewell: form === "email" ? sheet.farewell : undefined,
    templateId,
    jobId,
  };
}
