import { X } from "lucide-react";

/** A short word one may take away. */
export function Chip({
  value,
  removeLabel,
  onRemove,
}: {
  value: string;
  removeLabel: string;
  /** Absent where it may not be taken away. */
  onRemove?: () => void;
}) {
  return (
    <span className="flex h-6 max-w-full items-center rounded-sm bg-plum-soft pl-2 text-xs font-medium text-plum">
      <span className={onRemove ? "truncate" : "truncate pr-2"}>{value}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="grid size-6 place-items-center rounded-sm hover:bg-plum/15 [&_svg]:size-3"
        >
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
