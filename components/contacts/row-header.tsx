import { EllipsisVertical, ExternalLink, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { buttonLook, IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { Moment } from "@/components/ui/moment";
import { Monogram } from "@/components/ui/monogram";
import type { RosterTable } from "@/lib/contacts/roster";

/** Who or what this is, in a few lines, since when it is kept, and where it was read. */
export function RowHeader({
  table,
  row,
  name,
  lines,
  url,
  badge,
  onErase,
}: {
  table: RosterTable;
  row: { createdAt: string; capturedAt?: string | undefined };
  name: string;
  lines: (string | undefined)[];
  url?: string;
  badge?: ReactNode;
  onErase: () => void;
}) {
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
              aria-label={i18n.t(table === "people" ? "person.openProfile" : "job.openPage")}
              title={i18n.t(table === "people" ? "person.openProfile" : "job.openPage")}
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
              {
                kind: "item",
                icon: <Trash2 aria-hidden="true" />,
                label: i18n.t(table === "people" ? "person.erase" : "job.erase"),
                onSelect: onErase,
              },
            ]}
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
