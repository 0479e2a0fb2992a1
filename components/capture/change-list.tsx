import { ArrowRight, Minus, Plus } from "lucide-react";
import { i18n } from "#i18n";
import { tellChanges, type FieldChange, type ToldChange } from "@/lib/contacts/changes";
import { fieldLabel } from "@/lib/contacts/field-label";

const MOST = 3;

/** What the last capture changed, one line a field: what it said, and what it says now. */
export default function ChangeList({ changes }: { changes: readonly FieldChange[] }) {
  const told = tellChanges(changes);
  if (told.length === 0) return null;
  return (
    <section aria-label={i18n.t("page.changed")} className="grid gap-1.5">
      <h3 className="eyebrow">{i18n.t("page.changed")}</h3>
      <ul className="grid gap-1.5 text-sm">
        {told.map((change) => (
          <li key={change.field} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-2">
            <span className="text-ink-faint">{fieldLabel(change.field)}</span>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { change: ToldChange }) {
  if (change.kind === "list")
    return (
      <span className="grid gap-0.5">
        <Items items={change.added} isNew />
        <Items items={change.removed} isNew={false} />
      </span>
    );
  return (
    <span className="min-w-0">
      {change.before !== undefined && (
        <>
          <del className="line-clamp-2 text-ink-faint decoration-ink-faint/60">
            <span className="sr-only">{i18n.t("page.before")} </span>
            {change.before}
          </del>
          <ArrowRight aria-hidden="true" className="mr-1 inline size-3 text-ink-faint" />
        </>
      )}
      <ins className="no-underline">
        <span className="sr-only">{i18n.t("page.after")} </span>
        <span className="marked">{change.after ?? i18n.t("page.nothing")}</span>
      </ins>
    </span>
  );
}

function Items({ items, isNew }: { items: readonly string[]; isNew: boolean }) {
  const Icon = isNew ? Plus : Minus;
  const rest = items.length - MOST;
  return (
    <>
      {items.slice(0, MOST).map((item) => (
        <span key={item} className="flex min-w-0 items-baseline gap-1">
          <Icon
            role="img"
            aria-label={isNew ? i18n.t("page.added") : i18n.t("page.removed")}
            className="size-3 shrink-0 self-center text-ink-faint"
          />
          <span className="min-w-0">
            {isNew ? (
              <ins className="marked no-underline">{item}</ins>
            ) : (
              <del className="text-ink-faint">{item}</del>
            )}
          </span>
        </span>
      ))}
      {rest > 0 && <span className="text-xs text-ink-faint">{i18n.t("page.andMore", rest)}</span>}
    </>
  );
}
