import { useId, type ReactNode } from "react";

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  children: (ids: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
};

/** A label, its control, and what there is to say about it, tied together for assistive tools. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({
        id,
        ...(note != null && { "aria-describedby": `${id}-note` }),
        ...(error != null && { "aria-invalid": true }),
      })}
      {note != null && (
        <p
          id={`${id}-note`}
          className={error == null ? "text-xs text-ink-faint" : "text-xs text-brick"}
        >
          {note}
        </p>
      )}
    </div>
  );
}
