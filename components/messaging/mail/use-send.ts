import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#i18n";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { When } from "@/lib/cloud/mail-api";
import type { DraftFields } from "@/lib/messaging/kept-draft";
import type { Mail } from "@/lib/messaging/mail/mail";
import type { MailFile } from "@/lib/messaging/mail/mime";
import { mailRow } from "@/lib/messaging/store/mails";
import { refreshNever } from "@/lib/messaging/store/never";
import { AppError } from "@/lib/platform/app-error";
import { afterMail, mailApi } from "./queries";
import { bothClocks, ownZone } from "./zone-text";

/** A draft on its way out, as the sheet has it. */
export type Outgoing = {
  id: string;
  personId: string;
  to: { address: string; name: string };
  /** Where the person lives, as they write it. */
  place: string | undefined;
  /** Whether it ends with the line about writing no more. */
  hasFarewell: boolean;
  compose: () => Mail;
  /** Saves the draft as it stands; what was saved is what is sent. */
  settle: () => Promise<DraftFields>;
};

type Choice = { mailbox: string; address: string; files: MailFile[]; answers?: string };

/** Hands a draft to the server. Whatever goes wrong, the draft is still there. */
export function useSend({ outgoing, onSent }: { outgoing: Outgoing; onSent: () => void }) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const undo = async () => {
    try {
      await (await mailApi()).callOff(outgoing.id);
      await afterMail(queries);
      await say(i18n.t("mailing.send.calledOff"));
    } catch (error) {
      await say(sentenceOf(error));
    }
  };

  return {
    isBusy,
    problem,
    fail: setProblem,
    async send({ mailbox, address, files, answers }: Choice, when: "now" | When) {
      setBusy(true);
      setProblem(undefined);
      try {
        const fields = await outgoing.settle();
        const row = await mailRow(outgoing.id);
        const { subject, text, html = "" } = outgoing.compose();
        const state = await (
          await mailApi()
        ).send({
          id: outgoing.id,
          personId: outgoing.personId,
          mailbox,
          to: { address, name: outgoing.to.name },
          subject,
          text,
          html,
          content: fields.text,
          format: fields.format ?? "text",
          language: fields.language,
          createdAt: row?.createdAt ?? new Date().toISOString(),
          hasFarewell: outgoing.hasFarewell,
          files,
          ...(row?.updatedAt && { rowAt: row.updatedAt }),
          ...(answers && { answers }),
          ...(when === "now" ? { zone: ownZone() } : when),
        });
        await afterMail(queries);
        const told =
          when === "now"
            ? i18n.t("mailing.send.leaving", [address])
            : i18n.t("mailing.send.planned", [bothClocks(state.dueAt, state.zone)]);
        void say(told, { label: i18n.t("common.undo"), onClick: () => void undo() });
        onSent();
      } catch (error) {
        setProblem(whyNot(error));
        if (error instanceof AppError && error.code === "mail-suppressed") {
          await refreshNever({ force: true });
        }
      } finally {
        setBusy(false);
      }
    },
  };
}

function whyNot(error: unknown): string {
  const isEmpty =
    error instanceof AppError && error.detail.where === "json.subject"
      ? i18n.t("mailing.send.noSubject")
      : undefined;
  return isEmpty ?? sentenceOf(error);
}
