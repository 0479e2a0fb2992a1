/* oxlint-disable react/no-array-index-key -- two positions may say the same, and a list is replaced whole */
import { useState } from "react";
import { i18n } from "#i18n";
import { locale } from "@/components/ui/locale";
import { byEmployer, durationText, monthsBetween, spanText } from "@/lib/contacts/career";
import type { Person } from "@/lib/model/person";
import { LongText } from "./long-text";

type Positions = NonNullable<Person["experience"]>;
type Schools = NonNullable<Person["education"]>;

/** Where someone worked: each employer once, its positions on one line of time. */
export function Career({ experience }: { experience: Positions }) {
  const [now] = useState(() => new Date());
  const employers = byEmployer(experience);
  return (
    <ol className="grid gap-3">
      {employers.map((employer, i) => (
        <li key={`${employer.company} ${i}`} className="grid gap-1.5">
          {employer.company !== undefined && (
            <p className="text-sm font-medium">{employer.company}</p>
          )}
          <ol className="grid gap-2.5 border-l-2 border-line pl-3">
            {employer.positions.map((position, j) => (
              <li key={`${position.title} ${j}`} className="relative grid gap-0.5 text-sm">
                <span
                  aria-hidden="true"
                  className={`absolute top-1.5 -left-[1.0625rem] size-2 rounded-full ${position.current ? "bg-plum" : "bg-line-strong"}`}
                />
                {position.title !== undefined && <p>{position.title}</p>}
                <p className="text-xs text-ink-faint">
                  {[
                    spanText(
                      {
                        start: position.startDate,
                        end: position.endDate,
                        current: position.current,
                      },
                      locale(),
                      i18n.t("person.present"),
                    ),
                    lengthOf(position, now),
                    position.location,
                    position.workplace,
                    position.employmentType,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
                {position.description !== undefined && (
                  <LongText text={position.description} lines={2} />
                )}
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function lengthOf(
  { startDate, endDate, current }: Positions[number],
  now: Date,
): string | undefined {
  const today = { year: now.getFullYear(), month: now.getMonth() + 1 };
  const end = endDate ?? (current ? today : undefined);
  const months = startDate && end && monthsBetween(startDate, end);
  return months ? durationText(months, locale()) : undefined;
}

export function Schooling({ education }: { education: Schools }) {
  return (
    <ol className="grid gap-2.5">
      {education.map((school, i) => (
        <li key={`${school.school} ${i}`} className="text-sm">
          <p className="font-medium">{school.school ?? school.degree}</p>
          {school.school !== undefined && (
            <p className="text-ink-soft">
              {[school.degree, school.field].filter(Boolean).join(", ")}
            </p>
          )}
          <p className="text-xs text-ink-faint">
            {spanText({ start: school.startDate, end: school.endDate }, locale(), "")}
          </p>
        </li>
      ))}
    </ol>
  );
}
