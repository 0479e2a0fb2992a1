import { useState } from "react";
import { i18n } from "#i18n";
import { Button, buttonLook } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { sentence, sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { eraseDevice } from "@/lib/account/store/erase";
import { cloudLeaving } from "@/lib/cloud/extension-session";
import type { Session } from "@/lib/cloud/session";
import { AppError } from "@/lib/platform/app-error";

type Scope = "device" | "everywhere";

/** This device, or everything everywhere. What goes is said first, a copy is offered, and a typed word stands before a slip of the hand. */
export function Erase({ session }: { session: Session | null | undefined }) {
  const [chosen, setScope] = useState<Scope>("device");
  const [isAsking, setAsking] = useState(false);
  const scope = session ? chosen : "device";
  return (
    <div className="grid justify-items-start gap-3">
      {session && (
        <Segmented
          label={i18n.t("erase.heading")}
          value={scope}
          options={[
            { value: "device", label: i18n.t("erase.scopeDevice") },
            { value: "everywhere", label: i18n.t("erase.scopeEverywhere") },
          ]}
          onChange={setScope}
        />
      )}
      <p className="max-w-prose text-sm text-ink-soft">{leadOf(scope, Boolean(session))}</p>
      <div className="grid justify-items-start gap-2">
        <p className="text-sm">{i18n.t("erase.first")}</p>
        <div className="flex flex-wrap gap-2">
          <a href="/desk.html#export" className={buttonLook()}>
            {i18n.t("options.export")}
          </a>
          {session && (
            <Button onClick={() => void exportAccount()}>{i18n.t("erase.exportServer")}</Button>
          )}
        </div>
      </div>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {buttonWord(scope)}
      </Button>
      {isAsking && (
        <Confirm
          key={scope}
          scope={scope}
          email={session?.user.email}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function Confirm({
  scope,
  email,
  onClose,
}: {
  scope: Scope;
  email: string | undefined;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  // The address is not typed by accident, and the server asks for it too.
  const word = scope === "everywhere" && email !== undefined ? email : i18n.t("erase.word");
  const isSure = typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase() && !isBusy;
  const erase = async () => {
    setBusy(true);
    try {
      if (scope === "everywhere") await cloudLeaving.eraseAccount(word);
      await eraseDevice();
      onClose();
      await say(scope === "everywhere" ? i18n.t("erase.doneEverywhere") : i18n.t("erase.done"));
    } catch (error) {
      setBusy(false);
      await say(troubleOf(error));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={scope === "everywhere" ? i18n.t("erase.titleEverywhere") : i18n.t("erase.title")}
      description={scope === "everywhere" ? i18n.t("erase.moreEverywhere") : i18n.t("erase.more")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {i18n.t("common.cancel")}
          </Button>
          <Button variant="danger" disabled={!isSure} onClick={() => void erase()}>
            {buttonWord(scope)}
          </Button>
        </>
      }
    >
      {scope === "everywhere" && (
        <ul className="grid list-disc gap-1 pl-4 text-ink-soft">
          <li>{i18n.t("erase.goesServer")}</li>
          <li>{i18n.t("erase.goesDevices")}</li>
          <li>{i18n.t("erase.goesTeams")}</li>
          <li>{i18n.t("erase.staysBackups")}</li>
        </ul>
      )}
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
  );
}

function leadOf(scope: Scope, isConnected: boolean): string {
  if (scope === "everywhere") return i18n.t("erase.leadEverywhere");
  return isConnected ? i18n.t("erase.leadConnected") : i18n.t("erase.lead");
}

function buttonWord(scope: Scope): string {
  return scope === "everywhere" ? i18n.t("erase.buttonEverywhere") : i18n.t("erase.button");
}

function troubleOf(error: unknown): string {
  const team = error instanceof AppError && error.code === "last-owner" && error.detail["team"];
  return team ? `${team}: ${sentence("last-owner")}` : sentenceOf(error);
}

async function exportAccount(): Promise<void> {
  try {
    const url = URL.createObjectURL(await cloudLeaving.exportAccount());
    const link = document.createElement("a");
    link.href = url;
    link.download = "rapport-account.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (error) {
    await say(sentenceOf(error));
  }
}
