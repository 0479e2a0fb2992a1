import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fullMoment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { sentence, sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { cloudSession } from "@/lib/cloud/extension-session";
import type { Session } from "@/lib/cloud/session";
import { bridge } from "@/lib/platform/bridge";
import { useSync } from "./use-sync";

/** Who is signed in where, how the sync stands, and the way out: what is on this device stays on it. */
export function Connected({ session }: { session: Session }) {
  const status = useSync()?.status;
  const [isLeaving, setLeaving] = useState(false);

  const signOut = async () => {
    setLeaving(false);
    await cloudSession.signOut();
    await say(i18n.t("account.signedOut"));
  };

  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-[fit-content(10rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <dt className="text-ink-faint">{i18n.t("account.user")}</dt>
        <dd className="wrap-anywhere">{session.user.email}</dd>
        <dt className="text-ink-faint">{i18n.t("account.server")}</dt>
        <dd className="wrap-anywhere">{session.server}</dd>
        <dt className="text-ink-faint">{i18n.t("account.since")}</dt>
        <dd>{fullMoment(session.connectedAt)}</dd>
        {status?.lastPullAt !== undefined && (
          <>
            <dt className="text-ink-faint">{i18n.t("account.lastSync")}</dt>
            <dd>{fullMoment(status.lastPullAt)}</dd>
          </>
        )}
        {status !== undefined && status.waiting > 0 && (
          <>
            <dt className="text-ink-faint">{i18n.t("account.unsent")}</dt>
            <dd>{i18n.t("sync.waiting", status.waiting)}</dd>
          </>
        )}
      </dl>
      {status?.error !== undefined && (
        <Notice tone={status.phase === "offline" ? "quiet" : "brick"}>
          {sentence(status.error)}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void syncNow()}>{i18n.t("palette.sync")}</Button>
        <Button variant="danger" onClick={() => setLeaving(true)}>
          {i18n.t("account.signOut")}
        </Button>
      </div>
      <Dialog
        open={isLeaving}
        onClose={() => setLeaving(false)}
        title={i18n.t("account.signOut")}
        description={
          status && status.waiting > 0
            ? i18n.t("account.signOutWaiting", status.waiting)
            : i18n.t("account.signOutKeeps")
        }
        footer={
          <>
            <Button variant="ghost" onClick={() => setLeaving(false)}>
              {i18n.t("common.cancel")}
            </Button>
            <Button variant="primary" onClick={() => void signOut()}>
              {i18n.t("account.signOut")}
            </Button>
          </>
        }
      />
    </div>
  );
}

async function syncNow(): Promise<void> {
  try {
    await bridge.sendMessage("syncNow", { because: "person" });
  } catch (error) {
    await say(sentenceOf(error));
  }
}
