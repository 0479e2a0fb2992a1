import type { ReactNode } from "react";
import { numberText } from "./locale";

/** The head of a place on the desk, alike in all of them: its name, how much there is, and what one can do with it. */
export function PlaceHead({
  id,
  title,
  count,
  children,
}: {
  /** For the section that is labelled by it. */
  id?: string;
  title: string;
  /** How much there is, as a number or in words. */
  count?: number | string;
  children?: ReactNode;
}) {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b px-3 py-2 md:min-h-14">
      <h2 id={id} className="title text-xl">
        {title}
      </h2>
      {count !== undefined && (
        <p role="status" className="pt-1 text-xs text-ink-faint tabular-nums">
          {typeof count === "number" ? numberText(count) : count}
        </p>
      )}
      {children && (
        <div className="ml-auto flex w-full flex-wrap items-center gap-2 md:w-auto">{children}</div>
      )}
    </header>
  );
}
