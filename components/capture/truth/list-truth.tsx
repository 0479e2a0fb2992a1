/* oxlint-disable react/no-array-index-key -- a kept page never changes, and a row may stand on it twice */
import { useState } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/components/ui/sentences";
import { familyWord } from "@/lib/capture/family-word";
import type { KeptPage } from "@/lib/capture/kept-page";
import { fieldsToTeach } from "@/lib/capture/taught/taught";
import { labelOf } from "@/lib/contacts/changes";
import type { Saved } from "@/lib/data/save";
import { KeptPagePart } from "./kept-page-part";
import { listWord } from "./kind-word";
import { NotTaken } from "./not-taken";
import { Part } from "./part";
import { useKeptPage, useNote } from "./queries";

/** What was read of a list: each row with its facts, and the page itself to point at. */
export function ListTruth({
  id,
  isWide,
  onWrite,
}: {
  id: string;
  isWide: boolean;
  onWrite: (run: () => Promise<Saved>) => Promise<boolean>;
}) {
  const note = useNote(`lists/${id}`);
  const page = useKeptPage(`lists/${id}`);
  const [isTeaching, setTeaching] = useState(false);
  if (note === undefined || page === undefined) return null;
  const word = familyWord(note?.family);
  return (
    <article
      aria-label={i18n.t("truth.title")}
      className={cn("grid grid-cols-1 gap-4", isWide && "grid-cols-2 items-start gap-6")}
    >
      <div className="grid min-w-0 grid-cols-1 gap-4">
        <header className="grid gap-0.5">
          <p className="eyebrow">{i18n.t("truth.title")}</p>
          <h2 className="title text-xl">{listWord(id)}</h2>
          {note && (
            <p className="text-sm text-ink-soft">
              {i18n.t("truth.read")} <Moment at={note.at} />
              {word && ` · ${word}`}
            </p>
          )}
        </header>
        <NotTaken note={note} />
        {page && <Rows page={page} />}
      </div>
      <KeptPagePart
        table="lists"
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

function Rows({ page: { capture, structure } }: { page: KeptPage }) {
  const [first, ...others] = structure ? fieldsToTeach(structure) : [];
  const records = (capture.records ?? []) as Record<string, unknown>[];
  const codes = [...new Set(capture.problems.map(({ code }) => code))];
  return (
    <Part title={i18n.t("truth.rows", records.length)} isOpen>
      <div className="grid gap-2">
        {codes.length > 0 && (
          <Notice tone="saffron" title={i18n.t("rows.refused", capture.problems.length)}>
            {codes.map((code) => (
              <p key={code}>{sentence(code)}</p>
            ))}
          </Notice>
        )}
        <ol className="grid">
          {records.map((record, index) => (
            <li key={index} className="grid gap-0.5 border-b py-1.5 text-sm last:border-b-0">
              <span>{labelOf(record[first ?? ""])}</span>
              {others.map((field) => labelOf(record[field])).some(Boolean) && (
                <span className="text-xs text-ink-soft">
                  {others
                    .map((field) => labelOf(record[field]))
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Part>
  );
}
