import { GraduationCap } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { say } from "@/components/ui/toast";
import type { KeptPage } from "@/lib/capture/kept-page";
import { learn } from "@/lib/capture/store/screen";
import { applyLessons } from "@/lib/capture/taught/apply";
import { piecesOf } from "@/lib/capture/taught/lines";
import type { Piece } from "@/lib/capture/taught/taught";
import { TAUGHT_FIELDS } from "@/lib/capture/taught/taught";
import { teach, type TeachProblem } from "@/lib/capture/taught/teach";
import type { Line } from "@/lib/capture/text";
import type { RosterTable } from "@/lib/contacts/roster";
import type { Saved } from "@/lib/data/save";
import { labelOfPart } from "./entry-list";
import { taughtLabel } from "./kept-lines";

const PROBLEMS: Record<TeachProblem, () => string> = {
  elsewhere: () => i18n.t("teach.elsewhere"),
  "no-anchor": () => i18n.t("teach.noAnchor"),
};

const label = (field: string): string => taughtLabel(field, labelOfPart);

/** Which field the pointed words are, which of them, and the lesson that comes of it. */
export function TeachPanel({
  table,
  id,
  page,
  pointed,
  onWrite,
  onDone,
}: {
  table: RosterTable;
  id: string;
  page: KeptPage;
  pointed: Line | undefined;
  onWrite: (run: () => Promise<Saved>) => Promise<boolean>;
  onDone: () => void;
}) {
  const fields = TAUGHT_FIELDS[table];
  const [field, setField] = useState<string>(fields[1] ?? fields[0]);
  const [chosen, choose] = useState<{ line: Line; piece: Piece | undefined }>();
  const [problem, setProblem] = useState<TeachProblem>();
  const pieces = pointed ? piecesOf(pointed) : [];
  const piece = chosen?.line === pointed ? chosen?.piece : undefined;

  const keep = async () => {
    const { capture, doc, snapshot, structure } = page;
    if (!pointed || !structure || !capture.record) return;
    const about = { url: snapshot.url, doc, record: capture.record };
    const taught = teach({ ...about, structure }, field, {
      line: pointed,
      ...(piece && { piece }),
    });
    if ("problem" in taught) return setProblem(taught.problem);
    setProblem(undefined);
    const { lesson } = taught;
    const [result] = applyLessons(about.url, doc, about.record, [lesson]);
    if (!result) return;
    if (!(await onWrite(() => learn({ table, id }, lesson, capture, result)))) return;
    onDone();
    await say(i18n.t("teach.learnt", [label(field), result.taken?.[0]?.value ?? ""]));
  };

  return (
    <div className="sticky top-12 z-10 grid gap-2 rounded-md border border-plum/40 bg-raised p-3 shadow-card md:top-0">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <GraduationCap aria-hidden="true" className="size-4 text-plum" />
        <label className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
          {i18n.t("teach.which")}
          <Select
            value={field}
            options={fields.map((value) => ({ value, label: label(value) }))}
            onPick={(value) => {
              setField(value);
              setProblem(undefined);
            }}
          />
        </label>
      </div>
      <p className="text-sm text-ink-soft" role="status">
        {pointed ? (
          <>
            {i18n.t("teach.pointed")} <span className="marked">{pointed.text}</span>
          </>
        ) : (
          i18n.t("teach.how")
        )}
      </p>
      {pieces.length > 0 && pointed && (
        <div className="flex flex-wrap gap-1" role="group" aria-label={i18n.t("teach.pieces")}>
          <Choice
            text={i18n.t("teach.all")}
            isOn={piece === undefined}
            onPick={() => choose({ line: pointed, piece: undefined })}
          />
          {pieces.map((one) => (
            <Choice
              key={JSON.stringify(one.piece)}
              text={one.text}
              isOn={JSON.stringify(one.piece) === JSON.stringify(piece)}
              onPick={() => choose({ line: pointed, piece: one.piece })}
            />
          ))}
        </div>
      )}
      {problem && (
        <Notice tone="brick" urgent>
          {PROBLEMS[problem]()}
        </Notice>
      )}
      <div className="flex gap-2">
        <Button size="sm" variant="primary" disabled={!pointed} onClick={() => void keep()}>
          {i18n.t("teach.keep")}
        </Button>
        <Button size="sm" variant="ghost" onClick={onDone}>
          {i18n.t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}

function Choice({ text, isOn, onPick }: { text: string; isOn: boolean; onPick: () => void }) {
  return (
    <Button
      size="sm"
      variant={isOn ? "primary" : "plain"}
      aria-pressed={isOn}
      className="max-w-full"
      onClick={onPick}
    >
      <span className="truncate">{text}</span>
    </Button>
  );
}
