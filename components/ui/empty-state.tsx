import type { ReactNode } from "react";
import { cn } from "./cn";

/** What stands where nothing stands yet: a drawing, what this place is for, and the one thing to do next. */
export function EmptyState({
  drawing,
  title,
  children,
  action,
  className,
}: {
  drawing?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("grid justify-items-center gap-2 px-4 py-8 text-center", className)}>
      {drawing}
      <h2 className="title text-lg">{title}</h2>
      {children != null && (
        <div className="max-w-80 text-sm text-pretty text-ink-soft">{children}</div>
      )}
      {action != null && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
