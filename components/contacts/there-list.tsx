import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { numberText } from "@/components/ui/locale";
import { Monogram } from "@/components/ui/monogram";
import type { RosterTable } from "@/lib/contacts/roster";
import { DeskLink } from "./desk-link";
import { Section } from "./section";

const SHOWN = 12;

type There = { id: string; name: string; under?: string | undefined };

/** People or jobs at a company, each a link to its own page. Nothing is drawn where there is none. */
export function ThereList({
  title,
  table,
  rows,
}: {
  title: string;
  table: RosterTable;
  rows: readonly There[] | undefined;
}) {
  const [isWhole, setWhole] = useState(false);
  if (!rows || rows.length === 0) return null;
  const shown = isWhole ? rows : rows.slice(0, SHOWN);
  return (
    <Section
      title={
        <>
          {title}{" "}
          <span className="font-normal text-ink-faint tabular-nums">{numberText(rows.length)}</span>
        </>
      }
    >
      <ul className="grid gap-1.5">
        {shown.map(({ id, name, under }) => (
          <li key={id} className="flex min-w-0 items-center gap-2.5">
            <Monogram name={name} size="sm" shape={table === "people" ? "round" : "square"} />
            <span className="grid min-w-0">
              <DeskLink
                to={`${table}/${id}`}
                className="truncate text-sm font-medium text-ink decoration-transparent"
              >
                {name}
              </DeskLink>
              {under !== undefined && (
                <span className="truncate text-xs text-ink-faint">{under}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button size="sm" className="justify-self-start" onClick={() => setWhole(true)}>
          {i18n.t("companies.showAll", [numberText(rows.length)])}
        </Button>
      )}
    </Section>
  );
}
