import { useQuery } from "@tanstack/react-query";
import { Laptop } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Editable } from "@/components/ui/editable";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { cloudSession } from "@/lib/cloud/extension-session";
import type { ConnectedDevice } from "@/lib/cloud/session";

/** The devices of the account. The list is the server's: without a network it says so. */
export function DeviceList() {
  const [leaving, setLeaving] = useState<ConnectedDevice>();
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
          <li key={device.id} className="flex items-center gap-3 bg-surface px-3 py-2">
            <Laptop aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
            <div className="min-w-0 flex-1 text-sm">
              <Editable
                label={i18n.t("account.deviceName")}
                value={device.name}
                onSave={(name) => {
                  if (name.trim() === "") return false;
                  void change(() => cloudSession.renameDevice(device.id, name.trim()));
                  return true;
                }}
              />
              <p className="text-xs text-ink-faint">
                {i18n.t("account.lastSeen")} <Moment at={device.lastSeenAt} />
              </p>
            </div>
            {device.current ? (
              <Badge tone="moss">{i18n.t("account.thisDevice")}</Badge>
            ) : (
              <Button size="sm" variant="danger" onClick={() => setLeaving(device)}>
                {i18n.t("account.revoke")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={i18n.t("account.revokeTitle", [leaving?.name ?? ""])}
        description={i18n.t("account.revokeMore")}
        footer={
          <>
            <Button variant="ghost" onClick={() => setLeaving(undefined)}>
              {i18n.t("common.cancel")}
            </Button>
            <Button
              variant="primary"
              onClick={() => {
                const id = leaving?.id;
                setLeaving(undefined);
                if (id !== undefined) void change(() => cloudSession.revokeDevice(id));
              }}
            >
              {i18n.t("account.revoke")}
            </Button>
          </>
        }
      />
    </>
  );
}
