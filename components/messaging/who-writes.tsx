import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { saveSelf } from "@/lib/messaging/store/facts";
import type { Person } from "@/lib/model/person";

/** The one thing no page says: who writes. Asked for when a template first needs it. */
export default function WhoWrites({
  self,
  onClose,
}: {
  self: Person | undefined;
  onClose: () => void;
}) {
  const [fullName, setName] = useState(self?.fullName ?? "");
  const [position, setPosition] = useState(self?.position ?? "");
  const [company, setCompany] = useState(self?.company ?? "");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await saveSelf({
        fullName: fullName.trim(),
        ...(position.trim() && { position: position.trim() }),
        ...(company.trim() && { company: company.trim() }),
      });
      onClose();
    } catch (error) {
      await say(sentenceOf(error));
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n.t("messaging.who.title")}
      description={i18n.t("messaging.who.why")}
    >
      <form className="grid gap-3" onSubmit={(event) => void submit(event)}>
        <Field label={i18n.t("fields.fullName")}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              required
              autoComplete="name"
              value={fullName}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Field label={i18n.t("fields.position")}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="organization-title"
              value={position}
              onChange={(event) => setPosition(event.target.value)}
            />
          )}
        </Field>
        <Field label={i18n.t("fields.company")}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="organization"
              value={company}
              onChange={(event) => setCompany(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="justify-self-end"
          disabled={fullName.trim() === ""}
        >
          {i18n.t("messaging.who.save")}
        </Button>
      </form>
    </Dialog>
  );
}
