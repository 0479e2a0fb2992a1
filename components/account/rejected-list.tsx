import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import {
  discardRejected,
  notebookOf,
  readRejected,
  retryRejected,
  type Rejected,
} from "@/lib/account/store";
import { labelOf } from "@/lib/contacts/changes";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { RapportDb } from "@/lib/data/db";
import { reasonOf } from "./rejected-reason";

/** Changes the server would not take. Nothing is dropped in silence: each is tried again, put right or let go by hand. */
export function RejectedList({ database }: { database: string }) {
  const { data: rejected } = useQuery({
    queryKey: ["_rejected", database],
    queryFn: () => readRejected(notebookOf(database)),
  });
  if (!rejected || rejected.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {rejected.map((one) => (
        <RejectedChange key={one.id} rejected={one} db={notebookOf(database)} />
      ))}
    </ul>
  );
}

function RejectedChange({ rejected, db }: { rejected: Rejected; db: RapportDb }) {
  const [isEditing, setEditing] = useState(false);
  const fields = Object.entries(rejected.fields);
  const isText = fields.some(([, value]) => typeof value === "string");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = Object.fromEntries(
      Array.from(new FormData(event.currentTarget)).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
    void attempt(() => retryRejected(rejected.id, db, typed));
  };
  return (
    <li className="grid gap-2 rounded-lg border bg-surface p-3">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-medium">{rejected.name ?? i18n.t("rejected.unnamed")}</h3>
        <p className="text-xs text-ink-faint">
          <Moment at={rejected.at} />
        </p>
      </div>
      <p className="text-sm text-brick">{reasonOf(rejected.why)}</p>
      <form onSubmit={submit} className="grid gap-2">
        <dl className="grid grid-cols-[fit-content(8rem)_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
          {fields.map(([field, value]) => (
            <div key={field} className="contents">
              <dt className="text-ink-faint">{fieldLabel(field.split("/")[0] ?? field)}</dt>
              <dd className={isEditing ? "" : "line-clamp-2"}>
                {isEditing && typeof value === "string" ? (
                  <textarea
                    name={field}
                    aria-label={fieldLabel(field.split("/")[0] ?? field)}
                    defaultValue={value}
                    rows={Math.min(8, Math.ceil(value.length / 50) + 1)}
                    className="w-full rounded-md border border-line-strong bg-surface px-2 py-1"
                  />
                ) : (
                  valueText(field, value)
                )}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-2">
          <Button
            key={isEditing ? "send" : "retry"}
            size="sm"
            type={isEditing ? "submit" : "button"}
            variant={isEditing ? "primary" : "plain"}
            {...(!isEditing && {
              onClick: () => void attempt(() => retryRejected(rejected.id, db)),
            })}
          >
            {i18n.t("rejected.retry")}
          </Button>
          {isText && (
            <Button size="sm" aria-pressed={isEditing} onClick={() => setEditing(!isEditing)}>
              {isEditing ? i18n.t("common.cancel") : i18n.t("rejected.edit")}
            </Button>
          )}
          <Button
            size="sm"
            variant="danger"
            onClick={() => void attempt(() => discardRejected(rejected.id, db))}
          >
            {i18n.t("rejected.discard")}
          </Button>
        </div>
      </form>
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
