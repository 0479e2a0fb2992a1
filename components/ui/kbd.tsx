import { cn } from "./cn";

/** Keys as they stand on a keyboard: `Alt+Shift+S` gives three caps. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-0.5", className)}>
      {keys.split("+").map((key) => (
        <kbd
          key={key}
          className="min-w-4.5 rounded-sm border border-b-2 border-line bg-surface px-1 text-center font-sans text-2xs leading-4 font-medium text-ink-soft"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
