import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { eraseDevice } from "@/lib/account/store";

/** Everything on this device, gone for good. A typed word stands between a slip of the hand and that. */
export function Erase({ isConnected }: { isConnected: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const word = i18n.t("erase.word");
  const isSure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();

  const close = () => {
    setAsking(false);
    setTyped("");
  };
  const erase = async () => {
    close();
    try {
      await eraseDevice();
      await say(i18n.t("erase.done"));
    } catch (error) {
      await say(sentenceOf(error));
    }
  };

  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-prose text-sm text-ink-soft">
        {isConnected ? i18n.t("erase.leadConnected") : i18n.t("erase.lead")}
      </p>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {i18n.t("erase.button")}
      </Button>
      <Dialog
        open={isAsking}
        onClose={close}
        title={i18n.t("erase.title")}
        description={i18n.t("erase.more")}
        footer={
          <>
            <Button variant="ghost" onClick={close}>
              {i18n.t("common.cancel")}
            </Button>
            <Button variant="danger" disabled={!isSure} onClick={() => void erase()}>
              {i18n.t("erase.button")}
            </Button>
          </>
        }
      >
        <Field label={i18n.t("erase.type", [word])}>
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && isSure && void erase()}
            />
          )}
        </Field>
      </Dialog>
    </div>
  );
}
