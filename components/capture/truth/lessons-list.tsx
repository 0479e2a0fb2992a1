import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { say } from "@/components/ui/toast";
import { familyWord } from "@/lib/capture/family-word";
import { bringBack, forget } from "@/lib/capture/store/screen";
import type { Lesson } from "@/lib/capture/taught/taught";
import { labelOfPart } from "./entry-list";
import { taughtLabel } from "./kept-lines";
import { kindWord } from "./kind-word";
import { useLessons } from "./queries";

/** Everything that was taught on this device, each with Forget. */
export function LessonsList() {
  const lessons = useLessons();
  if (lessons.length === 0) return <p className="text-sm text-ink-soft">{i18n.t("teach.none")}</p>;
  return (
    <ul className="grid">
      {lessons.map((lesson) => (
        <li key={lesson.id} className="flex items-center gap-3 border-b py-2 last:border-b-0">
          <div className="grid min-w-0 flex-1 gap-0.5">
            <p className="flex flex-wrap items-center gap-x-2 text-sm font-medium">
              {taughtLabel(lesson.field, labelOfPart)}
              <Badge>{kindWord(lesson.kind)}</Badge>
              <span className="text-xs font-normal text-ink-faint">
                {familyWord(lesson.family)} · <Moment at={lesson.taughtAt} />
              </span>
            </p>
            <p className="truncate font-mono text-2xs text-ink-faint" title={whereOf(lesson)}>
              {whereOf(lesson)}
            </p>
          </div>
          <Button size="sm" onClick={() => void forgetIt(lesson)}>
            {i18n.t("teach.forget")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const whereOf = ({ anchor: { scope, place } }: Lesson): string =>
  [scope.by, scope.name, place.by === "block" ? place.tags : `${place.by} ${place.step}`]
    .filter(Boolean)
    .join(" · ");

async function forgetIt(lesson: Lesson): Promise<void> {
  await forget(lesson.id);
  await say(i18n.t("teach.forgotten"), {
    label: i18n.t("common.undo"),
    onClick: () => void bringBack(lesson),
  });
}
