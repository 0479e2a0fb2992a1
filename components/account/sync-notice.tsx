import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/components/ui/sentences";
import { syncLine } from "@/lib/account/sync-line";
import { useSync } from "./use-sync";

/** Without a network a line says that all goes on. When the sync needs a person, its sentence stands in full; the word in the header would not do. */
export default function SyncNotice({ onOpen }: { onOpen: () => void }) {
  const sync = useSync();
  const line = sync && syncLine(sync.status, sync.rejected);
  if (line?.is === "offline") return <Notice>{i18n.t("sync.offlineNote")}</Notice>;
  if (line?.is !== "attention") return null;
  return (
    <Notice
      tone="brick"
      title={i18n.t("sync.attention")}
      action={
        <Button size="sm" onClick={onOpen}>
          {i18n.t("syncScreen.title")}
        </Button>
      }
    >
      {sentence(line.code)}
    </Notice>
  );
}
