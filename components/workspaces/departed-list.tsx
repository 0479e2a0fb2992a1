import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { fullMoment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import {
  departedFile,
  forgetDeparted,
  listDeparted,
  type Departed,
} from "@/lib/workspaces/store/unsent";
import { act } from "./act";

/** Teams that are no longer on this device; what had not reached them stays until it is exported or let go. */
export function DepartedList() {
  const { data } = useQuery({ queryKey: ["_meta", "departed"], queryFn: () => listDeparted() });
  return (
    <>
      {data?.map((one) => (
        <Notice
          key={one.id}
          tone={one.edits.length > 0 ? "saffron" : "quiet"}
          title={i18n.t("teams.departed", [one.name])}
          action={
            <div className="flex flex-wrap gap-2">
              {one.edits.length > 0 && (
                <Button size="sm" variant="primary" onClick={() => save(one)}>
                  {i18n.t("teams.exportUnsent")}
                </Button>
              )}
              <Button size="sm" onClick={() => void act(() => forgetDeparted(one.id))}>
                {one.edits.length > 0 ? i18n.t("rejected.discard") : i18n.t("common.close")}
              </Button>
            </div>
          }
        >
          {i18n.t("teams.departedMore", [fullMoment(one.at)])}{" "}
          {one.edits.length > 0 && i18n.t("teams.departedUnsent", one.edits.length)}
        </Notice>
      ))}
    </>
  );
}

function save(departed: Departed): void {
  const url = URL.createObjectURL(departedFile(departed));
  const link = document.createElement("a");
  link.href = url;
  link.download = `rapport-${departed.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}-unsent.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
