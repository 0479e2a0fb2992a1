import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { TidyLeaf } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";
import { sentence, sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { discardRejected, readRejected, retryRejected, type Rejected } from "@/lib/account/store";
import { labelOf } from "@/lib/contacts/changes";
import { fieldLabel } from "@/lib/contacts/field-label";

/** Changes the server would not take. Nothing is dropped in silence: each is tried again or let go by hand. */
export function RejectedList() {
  const { data: rejected } = useQuery({
    queryKey: ["_rejected", "all"],
    queryFn: () => readRejected(),
  });
  if (!rejected) return null;
  if (rejected.length === 0)
    return <EmptyState drawing={<TidyLeaf />} title={i18n.t("rejected.none")} />;
  return (
    <div className="grid gap-3 p-4">
      <p className="max-w-prose text-sm text-ink-soft">{i18n.t("rejected.lead")}</p>
      <ul className="grid gap-2">
        {rejected.map((one) => (
          <RejectedChange key={one.id} rejected={one} />
        ))}
      </ul>
    </div>
  );
}

function RejectedChange({ rejected }: { rejected: Rejected }) {
  return (
    <li className="grid gap-2 rounded-lg border bg-surface p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-medium">{rejected.name ?? i18n.t("rejected.unnamed")}</h3>
        <p className="text-xs text-ink-faint">
          <Moment at={rejected.at} />
        </p>
      </div>
      <p className="text-sm text-brick">{sentence(rejected.why)}</p>
      <dl className="grid grid-cols-[minmax(5.5rem,8rem)_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {Object.entries(rejected.fields).map(([field, value]) => (
          <div key={field} className="contents">
            <dt className="text-ink-faint">{fieldLabel(field.split("/")[0] ?? field)}</dt>
            <dd className="line-clamp-2">{valueText(field, value)}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void attempt(() => retryRejected(rejected.id))}>
          {i18n.t("rejected.retry")}
        </Button>
        <Button
          size="sm"
          variant="danger"
          onClick={() => void attempt(() => discardRejected(rejected.id))}
        >
          {i18n.t("rejected.discard")}
        </Button>
      </div>
    </li>
  );
}

/** `tags/vip`: true is told as the tag; an emptied field as nothing. */
function valueText(field: string, value: unknown): string {
  const [, member] = field.split("/");
  if (member !== undefined && typeof value === "boolean")
    return value ? `+ ${member}` : `− ${member}`;
  if (Array.isArray(value)) return value.map(labelOf).filter(Boolean).join(", ");
  return labelOf(value) || "∅";
}

async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    await say(sentenceOf(error));
  }
}
