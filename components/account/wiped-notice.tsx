import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { fullMoment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { forgetWiped, readWiped } from "@/lib/workspaces/extension-registry";

/** Where this device was emptied from another one: when, and what could not be sent before. */
export function WipedNotice() {
  const { data, refetch } = useQuery({ queryKey: ["session", "wiped"], queryFn: readWiped });
  if (!data) return null;
  const close = async () => {
    await forgetWiped();
    await refetch();
  };
  return (
    <Notice
      tone="saffron"
      title={i18n.t("account.wipedHere")}
      action={
        <Button size="sm" onClick={() => void close()}>
          {i18n.t("common.close")}
        </Button>
      }
    >
      {i18n.t("account.wipedHereMore", [fullMoment(data.at)])}{" "}
      {data.unsent > 0 && i18n.t("account.wipeUnsent", data.unsent)}
    </Notice>
  );
}
