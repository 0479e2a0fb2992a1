import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { Spinner } from "@/components/ui/spinner";
import { AppError } from "@/lib/platform/app-error";
import { afterMail, mailApi } from "./queries";

/** A Resend key of one's own, checked before it is kept; or the account the server lends. */
export function ResendForm({ shared, onDone }: { shared: string | undefined; onDone: () => void }) {
  const queries = useQueryClient();
  const [key, setKey] = useState("");
  const [from, setFrom] = useState("");
  const [secret, setSecret] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const connect = async (isLent: boolean) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const api = await mailApi();
      const own = { key, from, ...(secret && { webhookSecret: secret }) };
      await api.connectResend(isLent ? {} : own);
      await afterMail(queries);
      onDone();
    } catch (error) {
      setProblem(whyNot(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void connect(false);
  };

  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-3 border-t pt-3">
      {shared !== undefined && (
        <Notice
          action={
            <Button size="sm" disabled={isBusy} onClick={() => void connect(true)}>
              {i18n.t("mailing.resend.useShared")}
            </Button>
          }
        >
          {i18n.t("mailing.resend.shared", [shared])}
        </Notice>
      )}
      <Field label={i18n.t("mailing.resend.key")} hint={i18n.t("mailing.resend.keyHint")}>
        {(ids) => (
          <Input
            {...ids}
            required
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={key}
            onChange={(event) => setKey(event.target.value)}
          />
        )}
      </Field>
      <Field label={i18n.t("mailing.resend.from")} hint={i18n.t("mailing.resend.fromHint")}>
        {(ids) => (
          <Input
            {...ids}
            required
            spellCheck={false}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <Field label={i18n.t("mailing.resend.secret")} hint={i18n.t("mailing.resend.secretHint")}>
        {(ids) => (
          <Input
            {...ids}
            type="password"
            autoComplete="off"
            spellCheck={false}
            pattern="whsec_.+"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      {problem !== undefined && (
        <Notice tone="brick" urgent>
          {problem}
        </Notice>
      )}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        disabled={isBusy}
        aria-busy={isBusy}
      >
        {isBusy && <Spinner />}
        {i18n.t("mailing.resend.check")}
      </Button>
    </form>
  );
}

/** A service's own words say more than a sentence of ours. */
function whyNot(error: unknown): string {
  if (error instanceof AppError && typeof error.detail.why === "string") {
    return i18n.t("mailing.resend.refused", [error.detail.why]);
  }
  return sentenceOf(error);
}
