import type { ReactNode } from "react";
import { BookmarkCheck, CircleDashed } from "lucide-react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";
import { Monogram } from "@/components/ui/monogram";

/** The frame around what the active tab shows. */
export function PageFrame({ busy, children }: { busy?: true; children?: ReactNode }) {
  return (
    <section
      aria-label={i18n.t("page.here")}
      aria-busy={busy}
      className="grid min-h-24 gap-3 rounded-lg border bg-surface p-3 shadow-card"
    >
      {children}
    </section>
  );
}

/** The person or job of the page, already kept. */
export function SavedHeading({
  name,
  lines,
  savedAt,
  readAt,
  shape,
  badge,
  onOpen,
}: {
  name: string;
  lines: (string | undefined)[];
  savedAt: string;
  readAt?: string | undefined;
  shape: "round" | "square";
  badge?: ReactNode;
  onOpen: () => void;
}) {
  const shown = [...new Set(lines.filter(Boolean))];
  return (
    <header className="flex gap-3">
      <Monogram name={name} size="lg" shape={shape} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h2 className="title text-xl">
          <button
            type="button"
            onClick={onOpen}
            className="rounded-sm text-left decoration-plum/40 decoration-1 underline-offset-4 hover:underline"
          >
            {name}
          </button>
        </h2>
        {shown.map((line, i) => (
          <p
            key={line}
            className={i === 0 ? "line-clamp-3 text-sm text-pretty" : "text-sm text-ink-soft"}
          >
            {line}
          </p>
        ))}
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-faint">
          {badge}
          <Badge tone="moss">
            <BookmarkCheck aria-hidden="true" />
            <span>
              {i18n.t("page.saved")} <Moment at={savedAt} />
            </span>
          </Badge>
          {readAt !== undefined && readAt.slice(0, 16) > savedAt.slice(0, 16) && (
            <span>
              {i18n.t("person.read")} <Moment at={readAt} />
            </span>
          )}
        </p>
      </div>
    </header>
  );
}

/** A page with someone on it who is not kept yet. Who it is, nobody has read: only the address is known. */
export function UnsavedHeading({ kind, address }: { kind: "profile" | "job"; address: string }) {
  return (
    <header className="grid gap-1">
      <Badge className="justify-self-start">
        <CircleDashed aria-hidden="true" />
        {i18n.t("page.notSaved")}
      </Badge>
      <h2 className="title text-lg">
        {i18n.t(kind === "profile" ? "page.profileHere" : "page.jobHere")}
      </h2>
      <p className="truncate text-xs text-ink-faint" title={address}>
        {address}
      </p>
    </header>
  );
}
