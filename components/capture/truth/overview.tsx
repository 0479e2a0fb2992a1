import { HeartPulse, ScanText } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { bytesText, numberText } from "@/components/ui/locale";
import { Notice } from "@/components/ui/notice";
import { say } from "@/components/ui/toast";
import { eraseAllPages } from "@/lib/capture/store/screen";
import { listWord } from "./kind-word";
import { LessonsList } from "./lessons-list";
import { useListsKept, usePagesWeight } from "./queries";

/** What capture keeps on this device beside the notebook: lessons, and pages as they stood. */
export default function CaptureOverview({ onList }: { onList: (id: string) => void }) {
  return (
    <div className="grid max-w-160 gap-6">
      <section aria-labelledby="lessons" className="grid gap-2">
        <h3 id="lessons" className="text-sm font-semibold">
          {i18n.t("teach.lessons")}
        </h3>
        <p className="text-xs text-ink-faint">{i18n.t("teach.lessonsWhy")}</p>
        <LessonsList />
      </section>
      <KeptPages onList={onList} />
      <section aria-labelledby="health" className="grid gap-2">
        <h3 id="health" className="flex items-center gap-1.5 text-sm font-semibold">
          <HeartPulse aria-hidden="true" className="size-4 text-plum" />
          {i18n.t("health.title")}
        </h3>
        <Notice>{i18n.t("health.inPanel")}</Notice>
      </section>
    </div>
  );
}

function KeptPages({ onList }: { onList: (id: string) => void }) {
  const weight = usePagesWeight();
  const lists = useListsKept();
  if (!weight) return null;
  const { count, bytes } = weight;
  return (
    <section aria-labelledby="pages" className="grid justify-items-start gap-2">
      <h3 id="pages" className="text-sm font-semibold">
        {i18n.t("health.pagesTitle")}
      </h3>
      <p className="text-sm text-ink-soft">
        {count === 0
          ? i18n.t("health.noPages")
          : i18n.t("health.pages", count, [numberText(count), bytesText(bytes)])}
      </p>
      <p className="text-xs text-ink-faint">{i18n.t("truth.pageOnly")}</p>
      {lists.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {lists.map((id) => (
            <Button key={id} size="sm" onClick={() => onList(id)}>
              <ScanText aria-hidden="true" />
              {listWord(id)}
            </Button>
          ))}
        </div>
      )}
      {count > 0 && (
        <Button size="sm" variant="danger" onClick={() => void eraseAll()}>
          {i18n.t("health.erasePages")}
        </Button>
      )}
    </section>
  );
}

async function eraseAll(): Promise<void> {
  await eraseAllPages();
  await say(i18n.t("health.pagesErased"));
}
