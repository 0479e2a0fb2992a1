import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** A titled part of the screen that may be folded. */
export function Part({
  title,
  isOpen,
  children,
}: {
  title: ReactNode;
  isOpen?: true;
  children: ReactNode;
}) {
  return (
    <details open={isOpen} className="group/part border-t pt-3">
      <summary className="flex list-none items-center gap-1.5 rounded-sm text-sm font-semibold">
        <ChevronDown
          aria-hidden="true"
          className="size-4 -rotate-90 text-ink-faint transition-transform group-open/part:rotate-0"
        />
        {title}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
