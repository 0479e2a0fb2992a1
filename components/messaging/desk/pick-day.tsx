import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useNow } from "@/components/ui/moment";
import { snoozedUntilDay } from "@/lib/messaging/due/snooze";

/** A day of one's own choosing, after today. */
export default function PickDay({
  title,
  onPick,
  onClose,
}: {
  title: string;
  onPick: (until: string) => void;
  onClose: () => void;
}) {
  const now = useNow();
  const [day, setDay] = useState("");
  const until = snoozedUntilDay(day, new Date(now));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (until !== undefined) onPick(until);
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      <form className="grid gap-3" onSubmit={submit}>
        <Field
          label={i18n.t("due.day")}
          error={day !== "" && until === undefined ? i18n.t("due.dayPast") : undefined}
        >
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              type="date"
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="justify-self-end"
          disabled={until === undefined}
        >
          {title}
        </Button>
      </form>
    </Dialog>
  );
}
