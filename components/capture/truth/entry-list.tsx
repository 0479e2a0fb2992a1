/* oxlint-disable react/no-array-index-key -- two entries may say the same, and a list is replaced whole */
import { useState } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { Editable } from "@/components/ui/editable";
import { labelOf } from "@/lib/contacts/changes";
import { fieldLabel } from "@/lib/contacts/field-label";
import type { Json } from "@/lib/sync/json";
import { entryKeys } from "./field-specs";

const MOST = 4;

/** The entries of a list, each put right where it stands; the list is then the person's own. */
export function EntryList({
  list,
  entries,
  onCorrect,
}: {
  list: string;
  entries: unknown[];
  onCorrect: (entries: Json) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? entries : entries.slice(0, MOST);
  const keep = (index: number, key: string) => (typed: string) => {
    const text = typed.trim();
    if (text === "") return false;
    onCorrect(
      entries.map((entry, at) =>
        at === index ? { ...(entry as object), [key]: text } : entry,
      ) as Json,
    );
    return true;
  };
  return (
    <div className="grid justify-items-start gap-1">
      <ol className="grid w-full gap-1.5 text-sm">
        {shown.map((entry, index) => (
          <li key={index} className="grid grid-cols-1">
            {partsOf(list, entry).map(({ key, text }, at) => (
              <span
                key={key}
                className={cn("[&>button]:min-h-6", at > 0 && "text-xs text-ink-soft")}
              >
                <Editable label={labelOfPart(list, key)} value={text} onSave={keep(index, key)} />
              </span>
            ))}
          </li>
        ))}
      </ol>
      {entries.length > MOST && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="rounded-sm text-xs font-medium text-plum hover:underline"
        >
          {isOpen ? i18n.t("common.less") : i18n.t("page.andMore", entries.length - MOST)}
        </button>
      )}
    </div>
  );
}

function partsOf(list: string, entry: unknown): { key: string; text: string }[] {
  if (typeof entry !== "object" || entry === null) return [];
  const fields = entry as Record<string, unknown>;
  return entryKeys(list).flatMap((key) => {
    const text = labelOf(fields[key]);
    return text ? [{ key, text }] : [];
  });
}

const PARTS: Record<string, () => string> = {
  school: () => i18n.t("truth.part.school"),
  degree: () => i18n.t("truth.part.degree"),
  field: () => i18n.t("truth.part.field"),
  name: () => i18n.t("truth.part.name"),
  title: () => i18n.t("truth.part.title"),
};

/** "Experience: Title", so that an assistive tool says which title is changed. */
export function labelOfPart(list: string, key: string): string {
  return `${fieldLabel(list)}: ${PARTS[key]?.() ?? fieldLabel(key)}`;
}
