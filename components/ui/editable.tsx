import { Pencil } from "lucide-react";
import { useRef, useState, type KeyboardEvent } from "react";
import { i18n } from "#i18n";
import { Input } from "./input";

/**
 * A value that becomes an input when pressed. Enter and leaving keep it, Escape does not.
 * `onSave` gets the text as typed and says whether it may stand; a refusal leaves the input open.
 */
export function Editable({
  label,
  value,
  inputMode,
  startOpen = false,
  onSave,
  onClose,
}: {
  label: string;
  value: string;
  inputMode?: "numeric" | "text";
  startOpen?: boolean;
  onSave: (typed: string) => boolean;
  onClose?: () => void;
}) {
  const [isOpen, setOpen] = useState(startOpen);
  const [isRefused, setRefused] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const close = (isByKey: boolean) => {
    setOpen(false);
    setRefused(false);
    onClose?.();
    if (isByKey) requestAnimationFrame(() => button.current?.focus());
  };
  const keep = (typed: string, isByKey: boolean) => {
    if (typed.trim() === value || onSave(typed)) close(isByKey);
    else setRefused(true);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close(true);
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing)
      keep(event.currentTarget.value, true);
  };

  if (isOpen)
    return (
      <Input
        autoFocus
        aria-label={label}
        aria-invalid={isRefused}
        defaultValue={value}
        inputMode={inputMode}
        className="-mx-2 -my-1"
        onKeyDown={onKeyDown}
        onBlur={(event) => !isRefused && keep(event.currentTarget.value, false)}
        onFocus={(event) => event.currentTarget.select()}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      aria-label={i18n.t("common.editField", [label, value])}
      onClick={() => setOpen(true)}
      className="group -mx-1 inline-flex max-w-full items-baseline gap-1.5 rounded-sm px-1 text-left transition-colors hover:bg-hover"
    >
      <span className="min-w-0">{value}</span>
      <Pencil
        aria-hidden="true"
        className="size-3 shrink-0 self-center text-ink-faint opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
      />
    </button>
  );
}
