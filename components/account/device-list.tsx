import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { cloudLeaving, cloudSession } from "@/lib/cloud/extension-session";
import type { ConnectedDevice } from "@/lib/cloud/session";
import { DeviceRow } from "./device-row";

/** The devices of the account. The list is the server's: without a network it says so. */
export function DeviceList() {
  const [asked, setAsked] = useState<{ device: ConnectedDevice; act: "revoke" | "wipe" }>();
  const isWipe = asked?.act === "wipe";
  const {
    data: devices,
    error,
    refetch,
  } = useQuery({
    queryKey: ["session", "devices"],
    queryFn: () => cloudSession.devices(),
    staleTime: 0,
  });
  const change = async (act: () => Promise<void>) => {
    try {
      await act();
      await refetch();
    } catch (problem) {
      await say(sentenceOf(problem));
    }
  };

  const go = () => {
    setAsked(undefined);
    if (!asked) return;
    const { id } = asked.device;
    void change(() => (isWipe ? cloudLeaving.wipeDevice(id) : cloudSession.revokeDevice(id)));
  };

  if (error)
    return (
      <Notice
        action={
          <Button size="sm" onClick={() => void refetch()}>
            {i18n.t("rejected.retry")}
          </Button>
        }
      >
        {sentenceOf(error)}
      </Notice>
    );
  return (
    <>
      <ul className="grid gap-px overflow-hidden rounded-lg border bg-line">
        {devices?.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            onRename={(name) => void change(() => cloudSession.renameDevice(device.id, name))}
            onRevoke={() => setAsked({ device, act: "revoke" })}
            onWipe={() => setAsked({ device, act: "wipe" })}
            onCallOff={() => void change(() => cloudLeaving.callOffWipe(device.id))}
          />
        ))}
      </ul>
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={
          isWipe
            ? i18n.t("account.wipeTitle", [asked.device.name])
            : i18n.t("account.revokeTitle", [asked?.device.name ?? ""])
        }
        description={isWipe ? i18n.t("account.wipeMore") : i18n.t("account.revokeMore")}
        footer={
          <>
            <Button variant="ghost" onClick={() => setAsked(undefined)}>
              {i18n.t("common.cancel")}
            </Button>
            <Button variant={isWipe ? "danger" : "primary"} onClick={go}>
              {isWipe ? i18n.t("account.wipe") : i18n.t("account.revoke")}
            </Button>
          </>
        }
      />
    </>
  );
}
