import { GraduationCap } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { say } from "@/components/ui/toast";
import { type KeptPage, lessonOn } from "@/lib/capture/kept-page";
import { learn, type TruthTable } from "@/lib/capture/store/screen";
import { piecesOf } from "@/lib/capture/taught/lines";
import { fieldsToTeach, type Piece, type Structure } from "@/lib/capture/taught/taught";
import type { TeachProblem } from "@/lib/capture/taught/teach";
import type { Line } from "@/lib/capture/text";
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
  structure,
  pointed,
  onWrite,
  onDone,
}: {
  table: TruthTable;
  id: string;
  page: KeptPage;
  structure: Structure;
  pointed: Line | undefined;
  onWrite: (run: () => Promise<Saved>) => Promise<boolean>;
  onDone: () => void;
}) {
  const fields = fieldsToTeach(structure);
  const [field, setField] = useState(fields[1] ?? "");
  const [chosen, choose] = useState<{ line: Line; piece: Piece | undefined }>();
  const [problem, setProblem] = useState<TeachProblem>();
  const pieces = pointed ? piecesOf(pointed) : [];
  const piece = chosen?.line === pointed ? chosen?.piece : undefined;

  const keep = async () => {
    if (!pointed) return;
    const taught = lessonOn(page, field, { line: pointed, ...(piece && { piece }) });
    if ("problem" in taught) return setProblem(taught.problem);
    setProblem(undefined);
    if (!(await onWrite(() => learn({ table, id }, page, taught)))) return;
    onDone();
    const taken = taught.answer.results[0]?.taken ?? [];
    const [{ value } = { value: "" }] = taken;
    await say(
      page.rows
        ? i18n.t("teach.learntRows", [label(field), String(taken.length), String(page.rows.length)])
        : i18n.t("teach.learnt", [label(field), value]),
    );
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
          i18n.t(page.rows ? "teach.howRows" : "teach.how")
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
