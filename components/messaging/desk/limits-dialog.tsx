import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Limits, Meter } from "@/lib/messaging/send-budget";
import { saveLimits } from "@/lib/messaging/store/due";

const FIELDS = {
  notes: "notesPerMonth",
  invitations: "invitationsPerWeek",
  messages: "messagesPerDay",
} as const satisfies Record<Meter["what"], keyof Limits>;

/** What one wants to stay under. An empty box sets no limit. */
export default function LimitsDialog({
  meters,
  onClose,
}: {
  meters: readonly Meter[];
  onClose: () => void;
}) {
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(meters.map(({ what, limit }) => [what, limit?.toString() ?? ""])),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const limits = Object.fromEntries(
      meters.flatMap(({ what }) => {
        const text = typed[what]?.trim() ?? "";
        return text === "" ? [] : [[FIELDS[what], Math.max(0, Math.round(Number(text)))]];
      }),
    ) as Limits;
    try {
      await saveLimits(limits);
      onClose();
    } catch (error) {
      await say(sentenceOf(error));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n.t("due.budget.title")}
      description={i18n.t("due.budget.why")}
    >
      <form className="grid gap-3" onSubmit={(event) => void submit(event)}>
        {meters.map(({ what }) => (
          <Field key={what} label={i18n.t(`due.budget.${what}`)}>
            {(ids) => (
              <Input
                {...ids}
                type="number"
                min={0}
                step={1}
                inputMode="numeric"
                placeholder={i18n.t("due.budget.none")}
                value={typed[what] ?? ""}
                onChange={(event) => setTyped({ ...typed, [what]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" variant="primary" className="justify-self-end">
          {i18n.t("due.budget.keep")}
        </Button>
      </form>
    </Dialog>
  );
}
