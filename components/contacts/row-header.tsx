import { EllipsisVertical, ExternalLink, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { buttonLook, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { Moment } from "@/components/ui/moment";
import { Monogram } from "@/components/ui/monogram";
import { useReadOnly } from "@/components/ui/read-only";
import type { KeptTable } from "@/lib/contacts/roster";

const OPEN: Record<KeptTable, () => string> = {
  people: () => i18n.t("person.openProfile"),
  jobs: () => i18n.t("job.openPage"),
  companies: () => i18n.t("companies.openPage"),
};

const ERASE: Record<KeptTable, () => string> = {
  people: () => i18n.t("person.erase"),
  jobs: () => i18n.t("job.erase"),
  companies: () => i18n.t("companies.erase"),
};

/** Who or what this is, in a few lines, since when it is kept, and where it was read. */
export function RowHeader({
  table,
  row,
  name,
  lines,
  url,
  badge,
  deeds,
  onErase,
}: {
  table: KeptTable;
  row: { createdAt: string; capturedAt?: string | undefined };
  name: string;
  lines: (string | undefined)[];
  url?: string;
  badge?: ReactNode;
  /** What else may be done with it. */
  deeds?: readonly MenuEntry[];
  onErase: () => void;
}) {
  const why = useReadOnly(table);
  const [first, ...others] = [...new Set(lines.filter(Boolean))];
  return (
    <header className="flex gap-3">
      <Monogram name={name} size="lg" shape={table === "people" ? "round" : "square"} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <div className="flex items-start gap-1">
          <h2 className="title min-w-0 flex-1 text-xl">{name}</h2>
          {url !== undefined && (
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label={OPEN[table]()}
              title={OPEN[table]()}
              className={buttonLook({ variant: "ghost", size: "icon-sm" })}
            >
              <ExternalLink aria-hidden="true" />
            </a>
          )}
          <Menu
            trigger={
              <IconButton label={i18n.t("common.actions")} size="icon-sm">
                <EllipsisVertical aria-hidden="true" />
              </IconButton>
            }
            entries={[
              ...(deeds ?? []),
              {
                kind: "item" as const,
                icon: <Trash2 aria-hidden="true" />,
                label: ERASE[table](),
                onSelect: onErase,
              },
            ].map((entry) => ({ ...entry, ...(why !== undefined && { why }) }))}
          />
        </div>
        {first !== undefined && <p className="text-sm text-pretty">{first}</p>}
        {others.map((line) => (
          <p key={line} className="text-sm text-ink-soft">
            {line}
          </p>
        ))}
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-faint">
          {badge}
          <span>
            {i18n.t("person.saved")} <Moment at={row.createdAt} />
          </span>
          {row.capturedAt !== undefined &&
            row.capturedAt.slice(0, 16) > row.createdAt.slice(0, 16) && (
              <span>
                {i18n.t("person.read")} <Moment at={row.capturedAt} />
              </span>
            )}
        </p>
      </div>
    </header>
  );
}
