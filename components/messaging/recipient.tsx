import { i18n } from "#i18n";
import { Monogram } from "@/components/ui/monogram";
import type { Person } from "@/lib/model/person";

/** To whom one writes. */
export function Recipient({ person }: { person: Person }) {
  const { fullName, headline, position, company } = person;
  return (
    <header className="flex items-center gap-2.5">
      <Monogram name={fullName} />
      <div className="grid min-w-0">
        <h2 className="title truncate text-lg">
          <span className="sr-only">{i18n.t("messaging.to")} </span>
          {fullName}
        </h2>
        <p className="truncate text-xs text-ink-faint">
          {headline ?? [position, company].filter(Boolean).join(" · ")}
        </p>
      </div>
    </header>
  );
}
