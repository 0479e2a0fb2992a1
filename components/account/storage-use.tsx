import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { bytesText, numberText } from "@/components/ui/locale";
import { say } from "@/components/ui/toast";
import { askToKeep, isKept, readRoom } from "@/lib/account/store";
import { countRows } from "@/lib/contacts/store";

/** How much is kept, how much room there is, and whether the browser may throw it away. */
export function StorageUse() {
  const people = useQuery({
    queryKey: ["people", "count"],
    queryFn: () => countRows("people"),
  }).data;
  const jobs = useQuery({ queryKey: ["jobs", "count"], queryFn: () => countRows("jobs") }).data;
  const room = useQuery({
    queryKey: ["storage", "room"],
    queryFn: () => readRoom(),
  }).data;
  const kept = useQuery({
    queryKey: ["storage", "kept"],
    queryFn: () => isKept(),
  });

  const keep = async () => {
    const agreed = await askToKeep();
    await kept.refetch();
    if (!agreed) await say(i18n.t("storage.refused"));
  };

  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <dt className="text-ink-faint">{i18n.t("list.people")}</dt>
        <dd className="tabular-nums">{numberText(people ?? 0)}</dd>
        <dt className="text-ink-faint">{i18n.t("list.jobs")}</dt>
        <dd className="tabular-nums">{numberText(jobs ?? 0)}</dd>
        {room && (
          <>
            <dt className="text-ink-faint">{i18n.t("storage.used")}</dt>
            <dd className="grid gap-1 tabular-nums">
              {i18n.t("storage.usedOf", [bytesText(room.usedBytes), bytesText(room.quotaBytes)])}
              <meter
                aria-label={i18n.t("storage.used")}
                min={0}
                max={room.quotaBytes}
                high={room.quotaBytes * 0.8}
                value={room.usedBytes}
                className="h-2 w-full max-w-64"
              />
            </dd>
          </>
        )}
        <dt className="text-ink-faint">{i18n.t("storage.safety")}</dt>
        <dd>{kept.data === true ? i18n.t("storage.kept") : i18n.t("storage.notKept")}</dd>
      </dl>
      {kept.data === false && (
        <Button className="justify-self-start" onClick={() => void keep()}>
          {i18n.t("storage.keep")}
        </Button>
      )}
    </div>
  );
}
