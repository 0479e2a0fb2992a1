import { useState } from "react";
import { i18n } from "#i18n";
import { ChangeArea } from "@/components/ui/change-area";
import { cn } from "@/components/ui/cn";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { say } from "@/components/ui/toast";
import { familyWord } from "@/lib/capture/family-word";
import { correctField, releaseField } from "@/lib/capture/store/corrections";
import type { PageWord } from "@/lib/capture/store/notes";
import type { KeptPage } from "@/lib/capture/kept-page";
import { labelOf } from "@/lib/contacts/changes";
import type { KeptTable } from "@/lib/contacts/roster";
import type { Saved } from "@/lib/data/save";
import type { Json } from "@/lib/sync/json";
import { FieldsTable } from "./fields-table";
import { HealthTable, SectionsTable } from "./health-table";
import { KeptPagePart } from "./kept-page-part";
import { NotTaken } from "./not-taken";
import { Part } from "./part";
import { type TruthRow, useKeptPage, useNote, useTruthRow } from "./queries";
import { UnparsedPart } from "./unparsed-part";

/** What was read of one page: every field with where it came from, what was not understood, and the page itself. */
export default function TruthScreen({
  table,
  id,
  isWide,
  onWrite,
}: {
  table: KeptTable;
  id: string;
  isWide: boolean;
  onWrite: (run: () => Promise<Saved>) => Promise<boolean>;
}) {
  const key = `${table}/${id}`;
  const row = useTruthRow(table, id);
  const note = useNote(key);
  const page = useKeptPage(key);
  const [isTeaching, setTeaching] = useState(false);
  if (row === undefined || note === undefined || page === undefined) return null;
  if (row === null) return <EmptyState drawing={<LookingGlass />} title={i18n.t("person.gone")} />;

  const correct = (field: string, value: Json) =>
    void onWrite(() => correctField({ table, id, field }, value));
  const release = async (field: string) => {
    let hasWord = true;
    const isDone = await onWrite(async () => {
      const released = await releaseField({ table, id, field }, wordOn(page, field));
      hasWord = released.hasWord;
      return released;
    });
    if (isDone) await say(i18n.t(hasWord ? "truth.released" : "truth.releasedLater"));
  };
  const name = labelOf(row[NAMES[table]]);

  return (
    <article
      aria-label={i18n.t("truth.title")}
      className={cn("grid grid-cols-1 gap-4", isWide && "grid-cols-2 items-start gap-6")}
    >
      <div className="grid min-w-0 grid-cols-1 gap-4">
        <header className="grid gap-0.5">
          <p className="eyebrow">{i18n.t("truth.title")}</p>
          <h2 className="title text-xl">{name}</h2>
          <Reading row={row} family={note?.family} />
        </header>
        <NotTaken note={note} />
        <Part title={i18n.t("truth.fields")} isOpen>
          <ChangeArea kind={table}>
            <FieldsTable
              table={table}
              row={row}
              held={note?.held ?? {}}
              onCorrect={correct}
              onRelease={(field) => void release(field)}
            />
          </ChangeArea>
        </Part>
        <Part title={i18n.t("truth.sections")} isOpen>
          {page ? (
            <HealthTable health={page.health} snapshot={page.snapshot} />
          ) : (
            <SectionsTable sections={plainSections(row)} />
          )}
        </Part>
        <UnparsedPart rowKey={key} />
      </div>
      <KeptPagePart
        table={table}
        id={id}
        page={page}
        fate={note?.snapshot}
        isTeaching={isTeaching}
        isWide={isWide}
        onTeach={setTeaching}
        onWrite={onWrite}
      />
    </article>
  );
}

const NAMES = { people: "fullName", jobs: "title", companies: "name" } as const;

function Reading({ row, family }: { row: TruthRow; family: string | null | undefined }) {
  if (!row.capturedAt) return <p className="text-sm text-ink-soft">{i18n.t("truth.never")}</p>;
  const word = familyWord(family);
  return (
    <p className="text-sm text-ink-soft">
      {i18n.t("truth.read")} <Moment at={row.capturedAt} />
      {word && ` · ${word}`}
    </p>
  );
}

/** What the kept page says of a field. */
function wordOn(page: KeptPage | null, field: string): PageWord | undefined {
  const value = (page?.capture.record as Record<string, Json> | undefined)?.[field];
  if (!page || value === undefined) return undefined;
  const { family } = page.capture;
  return { value, at: page.snapshot.takenAt, ...(family && { family }) };
}

type Sections = Parameters<typeof SectionsTable>[0]["sections"];

const plainSections = ({ sections = {} }: TruthRow): Sections =>
  Object.entries(sections).map(([section, state]) => ({
    section,
    state: state as Sections[number]["state"],
    anchors: [],
    isDrifted: false,
  }));
