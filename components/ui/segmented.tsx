import { useId } from "react";
import { cn } from "./cn";

/** A choice of a few, all in sight. Radio buttons underneath: arrows and screen readers work by themselves. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; count?: string }[];
  onChange: (value: Value) => void;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset
      className={cn(
        "inline-flex max-w-full min-w-0 flex-wrap rounded-md bg-hover p-0.5",
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex h-7 shrink-0 cursor-pointer items-center gap-1 rounded-sm px-2.5 text-sm max-[22.5rem]:px-[0.3125rem] max-[22.5rem]:text-[0.8125rem] font-medium whitespace-nowrap text-ink-soft transition-colors hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-plum"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
          {option.count !== undefined && (
            <span className="text-xs font-normal text-ink-faint tabular-nums">{option.count}</span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
