import { i18n } from "#i18n";
import { fieldLabel } from "@/lib/contacts/field-label";
import { Part } from "./part";
import { useUnparsed } from "./queries";

/** Text that stood on the page and found no field. It is kept here and nowhere else. */
export function UnparsedPart({ rowKey }: { rowKey: string }) {
  const sections = useUnparsed(rowKey);
  if (sections.length === 0) return null;
  const count = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <Part title={i18n.t("truth.unparsed", count)}>
      <p className="mb-2 text-xs text-ink-faint">{i18n.t("truth.unparsedWhy")}</p>
      <dl className="grid gap-2 text-sm">
        {sections.map(({ section, lines }) => (
          <div key={section} className="grid gap-0.5">
            <dt className="text-ink-faint">{fieldLabel(section)}</dt>
            <dd className="max-h-48 overflow-auto whitespace-pre-line text-ink-soft" tabIndex={0}>
              {lines.join("\n")}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
