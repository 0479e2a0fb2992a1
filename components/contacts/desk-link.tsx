import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

const DESK = "/desk.html";

/** To a place of the desk: here if this is the desk, else in a tab of its own. */
export function DeskLink({
  to,
  className,
  children,
}: {
  to: string;
  className?: string;
  children: ReactNode;
}) {
  const isHere = location.pathname === DESK;
  return (
    <a
      href={`${DESK}#${to}`}
      {...(!isHere && { target: "_blank", rel: "noreferrer" })}
      className={cn(
        "rounded-sm text-plum underline decoration-plum/40 underline-offset-3 hover:decoration-current",
        className,
      )}
    >
      {children}
    </a>
  );
}
