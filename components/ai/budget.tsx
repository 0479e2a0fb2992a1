import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { say } from "@/components/ui/toast";
import { spentAtMost } from "@/lib/ai/budget";
import { saveLimit } from "@/lib/ai/store";
import { Heading } from "./heading";
import { dollars } from "./money";
import { useCallsOfMonth, useLimit } from "./queries";

/** A limit for the month. At the limit nothing more is sent. */
export function Budget() {
  const limit = useLimit();
  const calls = useCallsOfMonth();
  if (limit === undefined || !calls) return null;
  const spent = spentAtMost(calls);
  return (
    <section className="grid gap-2">
      <Heading>{i18n.t("ai.budget.title")}</Heading>
      <p className="text-sm text-ink-soft">{i18n.t("ai.budget.why")}</p>
      {limit !== null && spent >= limit && (
        <Notice tone="saffron">{i18n.t("errors.aiBudget")}</Notice>
      )}
      <LimitForm key={String(limit)} limit={limit} />
      {limit !== null && (
        <p className="text-sm text-ink-soft tabular-nums">
          {i18n.t("ai.budget.spent", [dollars(spent), dollars(limit)])}
        </p>
      )}
    </section>
  );
}

function LimitForm({ limit }: { limit: number | null }) {
  const [typed, setTyped] = useState(limit === null ? "" : String(limit));
  const value = Number(typed.replace(",", "."));
  const isValid = typed.trim() === "" || (Number.isFinite(value) && value >= 0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    await saveLimit(typed.trim() === "" ? undefined : value);
    await say(i18n.t("ai.budget.saved"));
  };
  return (
    <form className="flex flex-wrap items-center gap-2" onSubmit={(event) => void submit(event)}>
      <span className="text-sm">US$</span>
      <Input
        aria-label={i18n.t("ai.budget.label")}
        placeholder={i18n.t("ai.budget.none")}
        inputMode="decimal"
        className="w-28!"
        aria-invalid={!isValid}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={!isValid}>
        {i18n.t("ai.budget.save")}
      </Button>
    </form>
  );
}
