import { cn } from "./cn";

/** The place something is about to stand in. Still, not shimmering: it is gone within a blink. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("block rounded-sm bg-hover", className)} />;
}
