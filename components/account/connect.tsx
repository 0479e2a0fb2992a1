import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/components/ui/sentences";
import { Spinner } from "@/components/ui/spinner";
import { deviceName } from "@/lib/account/device-name";
import { cloudSession } from "@/lib/cloud/extension-session";
import { WipedNotice } from "./wiped-notice";
import { usePairing, type PairingScreen } from "./use-pairing";
import { useSync } from "./use-sync";

/** Connecting this device to a server, so that the notebook is on the others too. */
export function Connect() {
  const server = useQuery({
    queryKey: ["session", "server"],
    queryFn: () => cloudSession.server(),
  }).data;
  const pairing = usePairing();
  if (pairing.pending) return <Waiting pairing={pairing} code={pairing.pending.userCode} />;
  if (server === undefined) return null;
  return <ConnectForm pairing={pairing} server={server} />;
}

function ConnectForm({ pairing, server }: { pairing: PairingScreen; server: string }) {
  const [address, setAddress] = useState(server);
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  // Why an earlier connection ended, until something newer is to be said.
  const ended = useSync()?.status.error;
  const problem = pairing.problem ?? (ended && sentence(ended));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void pairing.start(address, name.trim() || deviceName(navigator.userAgent));
  };
  return (
    <form onSubmit={submit} className="grid max-w-96 gap-4">
      <p className="text-sm text-ink-soft">{i18n.t("account.lead")}</p>
      <WipedNotice />
      {problem !== undefined && (
        <Notice tone="brick" urgent>
          {problem}
        </Notice>
      )}
      <Field label={i18n.t("account.server")} hint={i18n.t("account.serverHint")}>
        {(ids) => (
          <Input
            {...ids}
            required
            inputMode="url"
            autoComplete="url"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <Field label={i18n.t("account.deviceName")} hint={i18n.t("account.deviceNameHint")}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="justify-self-start"
        aria-busy={pairing.isBusy}
        disabled={pairing.isBusy}
      >
        {pairing.isBusy && <Spinner />}
        {i18n.t("account.connect")}
      </Button>
    </form>
  );
}

function Waiting({ pairing, code }: { pairing: PairingScreen; code: string }) {
  return (
    <div className="grid max-w-96 justify-items-start gap-3">
      <p className="text-sm text-ink-soft">{i18n.t("account.compare")}</p>
      <p
        role="status"
        aria-label={i18n.t("account.code", [code.split("").join(" ")])}
        className="rounded-lg border bg-surface px-5 py-3 font-mono text-2xl tracking-[0.12em] select-all"
      >
        {code}
      </p>
      {pairing.problem !== undefined && (
        <Notice tone="brick" urgent>
          {pairing.problem}
        </Notice>
      )}
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <Spinner />
        {i18n.t("account.waiting")}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={pairing.openPage}>{i18n.t("account.openPage")}</Button>
        <Button variant="ghost" onClick={() => void pairing.cancel()}>
          {i18n.t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}
