import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useSync } from "./use-sync";

/** Above the sync screen: that nothing is lost without a network, or what one who is not connected could have. */
export function SyncBanner({ onAccount }: { onAccount: () => void }) {
  const phase = useSync()?.status.phase;
  if (phase === "offline") return <Notice>{i18n.t("sync.offlineNote")}</Notice>;
  if (phase !== "signed-out") return null;
  return (
    <Notice
      action={
        <Button size="sm" onClick={onAccount}>
          {i18n.t("account.connect")}
        </Button>
      }
    >
      {i18n.t("account.lead")}
    </Notice>
  );
}
