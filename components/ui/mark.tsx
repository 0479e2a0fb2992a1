import { cn } from "./cn";

/** Two leaves of a notebook that lean on one another: two people. The toolbar icon is drawn from the same paths. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={cn("size-5", className)}>
      <circle cx="9.5" cy="7" r="3.5" className="fill-plum" />
      <circle cx="22.5" cy="7" r="3.5" className="fill-saffron" />
      <path d="M4 13h5.5a6 6 0 0 1 6 6v9H10a6 6 0 0 1-6-6z" className="fill-plum" />
      <path d="M28 13h-5.5a6 6 0 0 0-6 6v9H22a6 6 0 0 0 6-6z" className="fill-saffron" />
    </svg>
  );
}
