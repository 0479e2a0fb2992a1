import type { ComponentProps } from "react";
import { cn } from "./cn";

const FIELD =
  "w-full rounded-md border border-line-strong bg-surface text-ink transition-colors hover:border-ink-faint focus-visible:border-plum focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-brick";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return <input type={type} className={cn(FIELD, "h-8 px-2.5 text-sm", className)} {...props} />;
}

/** Grows with what is written in it. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cn(
        FIELD,
        "field-sizing-content min-h-16 resize-none px-2.5 py-1.5 text-sm read-only:bg-hover read-only:text-ink-soft",
        className,
      )}
      {...props}
    />
  );
}
