import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The browser's own select: it needs no script, and every assistive tool knows it. */
export function Select({
  label,
  options,
  className,
  onPick,
  ...props
}: Omit<ComponentProps<"select">, "onChange"> & {
  /** Read aloud where no visible label stands beside it. */
  label?: string;
  options: readonly { value: string; label: string }[];
  onPick: (value: string) => void;
}) {
  return (
    <select
      aria-label={label}
      onChange={(event) => onPick(event.target.value)}
      className={cn(
        "h-8 max-w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-sm text-ink transition-colors hover:border-ink-faint focus-visible:border-plum focus-visible:outline-offset-0 disabled:opacity-60",
        className,
      )}
      {...props}
    >
      {options.map(({ value, label: word }) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
