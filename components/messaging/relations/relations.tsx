import { useState, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { OpenNotebook } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { numberText } from "@/components/ui/locale";
import { dayText, momentText, useNow } from "@/components/ui/moment";
import { setKeepInTouch, type Kept } from "@/lib/messaging/store/relations";
import { act } from "../desk/card-acts";
import { dayWord, intervalText, keptText, reasonText } from "../desk/reason-text";
import { IntervalSelect } from "./interval-select";
import { PersonRow } from "./person-row";
import { useRelations } from "./queries";
import { TagRules } from "./tag-rules";

/** Of those who are not due, so many at first. */
const FIRST = 12;

/** Whom one is losing touch with and why, whose day it is, who moved, and whom one keeps in touch with. */
export default function Relations({
  tags,
  onPerson,
  onWrite,
}: {
  tags: readonly string[];
  onPerson: (id: string) => void;
  onWrite: (id: string) => void;
}) {
  const relations = useRelations();
  const now = useNow();
  const [isWhole, setWhole] = useState(false);
  if (!relations) return null;
  const { losing, keeping, fading, birthdays, moves } = relations;
  const go = { onPerson, onWrite };
  const isEmpty = [losing, keeping, fading, birthdays, moves].every(({ length }) => length === 0);
  return (
    <section
      aria-label={i18n.t("relations.title")}
      className="mx-auto grid w-full max-w-180 grid-cols-1 content-start gap-5"
    >
      {isEmpty && (
        <EmptyState drawing={<OpenNotebook />} title={i18n.t("relations.empty")}>
          {i18n.t("relations.emptyHow")}
        </EmptyState>
      )}
      <Part title={i18n.t("relations.losing")} count={losing.length}>
        {losing.map((one) => (
          <KeptRow key={one.person.id} kept={one} {...go} />
        ))}
      </Part>
      <Part title={i18n.t("relations.birthdays")} count={birthdays.length}>
        {birthdays.map(({ person, day }) => (
          <PersonRow key={person.id} person={person} why={dayWord(day.toISOString())} {...go} />
        ))}
      </Part>
      <Part title={i18n.t("relations.moves")} count={moves.length}>
        {moves.map(({ person, move }) => {
          const { at, company, position } = move;
          const reason = {
            rule: "jobChange" as const,
            at,
            on: { table: "people" as const, id: person.id },
            ...(company && { company }),
            ...(position && { position }),
          };
          return (
            <PersonRow
              key={`${person.id} ${at}`}
              person={person}
              why={reasonText(reason)}
              {...go}
            />
          );
        })}
      </Part>
      <Part title={i18n.t("relations.fading")} count={fading.length}>
        {fading.map(({ person, count, since }) => (
          <PersonRow
            key={person.id}
            person={person}
            why={i18n.t("relations.wroteOften", count, [numberText(count), momentText(since, now)])}
            {...go}
          >
            <IntervalSelect
              label={i18n.t("relations.intervalOf", [person.fullName])}
              days={undefined}
              onPick={(days) => void keep(person.id, person.fullName, days)}
            />
          </PersonRow>
        ))}
      </Part>
      <Part title={i18n.t("relations.keeping")} count={keeping.length}>
        {(isWhole ? keeping : keeping.slice(0, FIRST)).map((one) => (
          <KeptRow key={one.person.id} kept={one} {...go} />
        ))}
        {!isWhole && keeping.length > FIRST && (
          <li className="px-1 py-1">
            <Button size="sm" variant="ghost" onClick={() => setWhole(true)}>
              {i18n.t("relations.showAll", [numberText(keeping.length)])}
            </Button>
          </li>
        )}
      </Part>
      <Part title={i18n.t("relations.rules")} count={1}>
        <li>
          <TagRules rules={relations.tags} tags={tags} />
        </li>
      </Part>
    </section>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className="grid grid-cols-1 gap-1.5">
      <h3 className="eyebrow">{title}</h3>
      <ul className="divide-y rounded-md border bg-surface">{children}</ul>
    </section>
  );
}

function KeptRow({
  kept: { person, interval, last, dueAt },
  ...go
}: {
  kept: Kept;
  onPerson: (id: string) => void;
  onWrite: (id: string) => void;
}) {
  const said = keptText(last.at, interval.days);
  const isLate = Date.parse(dueAt) <= useNow();
  return (
    <PersonRow
      person={person}
      why={isLate ? said : i18n.t("relations.dueOn", [said, dayText(dueAt)])}
      {...go}
    >
      <IntervalSelect
        label={i18n.t("relations.intervalOf", [person.fullName])}
        days={person.keepInTouchDays}
        {...(interval.tag !== undefined && {
          fallback: i18n.t("relations.byTag", [intervalText(interval.days), interval.tag]),
        })}
        onPick={(days) => void keep(person.id, person.fullName, days)}
      />
    </PersonRow>
  );
}

function keep(personId: string, name: string, days: number | null) {
  return act(
    () => setKeepInTouch(personId, days),
    days === null
      ? i18n.t("relations.toldEnded", [name])
      : i18n.t("relations.toldKept", [name, intervalText(days)]),
  );
}
