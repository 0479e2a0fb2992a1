import { GraduationCap, Trash2 } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { useReadOnly } from "@/components/ui/read-only";
import { say } from "@/components/ui/toast";
import type { KeptPage } from "@/lib/capture/kept-page";
import type { ReadingNote } from "@/lib/capture/store/notes";
import { erasePage, type TruthTable } from "@/lib/capture/store/screen";
import type { Line } from "@/lib/capture/text";
import type { Saved } from "@/lib/data/save";
import { KeptPageView } from "./kept-page-view";
import { TeachPanel } from "./teach-panel";

type Fate = NonNullable<ReadingNote["snapshot"]>;

/** Why there is no page to show, as far as it is known. */
const GONE: Record<Fate, () => string> = {
  kept: () => i18n.t("truth.pageGone"),
  cut: () => i18n.t("truth.pageGone"),
  "too-large": () => i18n.t("truth.pageTooLarge"),
  "disk-full": () => i18n.t("truth.pageDiskFull"),
  moved: () => i18n.t("truth.pageMoved"),
};

/** The page as it stood at the last capture, and the way to point at its words. */
export function KeptPagePart({
  table,
  id,
  page,
  fate,
  isTeaching,
  isWide,
  onTeach,
  onWrite,
}: {
  table: TruthTable;
  id: string;
  page: KeptPage | null;
  fate: Fate | undefined;
  isTeaching: boolean;
  isWide: boolean;
  onTeach: (isOn: boolean) => void;
  onWrite: (run: () => Promise<Saved>) => Promise<boolean>;
}) {
  const [pointed, point] = useState<Line>();
  const why = useReadOnly(table === "lists" ? "people" : table);
  const end = () => {
    point(undefined);
    onTeach(false);
  };
  const erase = async () => {
    end();
    await erasePage(`${table}/${id}`);
    await say(i18n.t("truth.pageErased"));
  };
  return (
    <section
      aria-label={i18n.t("truth.page")}
      className={cn("grid min-w-0 grid-cols-1 gap-3", !isWide && "border-t pt-3")}
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="flex-1 basis-40 text-sm font-semibold">{i18n.t("truth.page")}</h3>
        {page?.structure && !isTeaching && (
          <Button size="sm" disabled={why !== undefined} title={why} onClick={() => onTeach(true)}>
            <GraduationCap aria-hidden="true" />
            {i18n.t("teach.title")}
          </Button>
        )}
        {page && (
          <Button size="sm" variant="ghost" onClick={() => void erase()}>
            <Trash2 aria-hidden="true" />
            {i18n.t("truth.erasePage")}
          </Button>
        )}
      </div>
      {page ? (
        <>
          <p className="text-xs text-ink-faint">
            {i18n.t("truth.pageKept")} <Moment at={page.snapshot.takenAt} />.{" "}
            {i18n.t("truth.pageOnly")}
            {page.snapshot.isCut && ` ${i18n.t("truth.pageCut")}`}
          </p>
          {isTeaching && page.structure && (
            <TeachPanel
              table={table}
              id={id}
              page={page}
              structure={page.structure}
              pointed={pointed}
              onWrite={onWrite}
              onDone={end}
            />
          )}
          <KeptPageView page={page} pointed={pointed} onPoint={isTeaching ? point : undefined} />
        </>
      ) : (
        <Notice>{fate ? GONE[fate]() : i18n.t("truth.pageNone")}</Notice>
      )}
    </section>
  );
}
