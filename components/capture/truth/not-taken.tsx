import { i18n } from "#i18n";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/components/ui/sentences";
import type { Miss } from "@/lib/capture/capture";
import type { ReadingNote } from "@/lib/capture/store/notes";
import { fieldLabel } from "@/lib/contacts/field-label";
import { labelOfPart } from "./entry-list";
import { taughtLabel } from "./kept-lines";

const MISSES: Record<Miss, () => string> = {
  missing: () => i18n.t("teach.missing"),
  ambiguous: () => i18n.t("teach.ambiguous"),
  elsewhere: () => i18n.t("teach.refused"),
  changed: () => i18n.t("teach.changed"),
};

/** What a reading refused or could not use: lessons that did not hold, a drift, captures that gave nothing. */
export function NotTaken({ note }: { note: ReadingNote | null }) {
  if (!note) return null;
  const drifted = note.drifted ?? [];
  const missed = note.taught.flatMap(({ id, field, miss }) => (miss ? [{ id, field, miss }] : []));
  return (
    <>
      {drifted.length > 0 && (
        <Notice tone="brick" title={i18n.t("health.drift")}>
          {i18n.t("truth.drifted", [drifted.map(fieldLabel).join(", ")])}
        </Notice>
      )}
      {note.unreadMonths !== undefined && (
        <Notice>{i18n.t("truth.months", note.unreadMonths)}</Notice>
      )}
      {missed.length > 0 && (
        <Notice tone="saffron" title={i18n.t("teach.notHeld")}>
          <ul className="grid gap-1">
            {missed.map(({ id, field, miss }) => (
              <li key={id}>
                {taughtLabel(field, labelOfPart)}: {MISSES[miss]()}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {note.refused.length > 0 && (
        <Notice title={i18n.t("truth.refusals", note.refused.length)}>
          <ul className="grid gap-1">
            {note.refused.map(({ at, code }) => (
              <li key={at}>
                <Moment at={at} />: {sentence(code)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
