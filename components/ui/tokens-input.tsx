import { Combobox } from "@base-ui/react/combobox";
import { Plus, Tag, X } from "lucide-react";
import { useState, type KeyboardEvent } from "react";

export type TokenSuggestion = { value: string; isNew: boolean; hint?: string };

type TokensInputProps = {
  label: string;
  placeholder: string;
  values: readonly string[];
  text: string;
  suggestions: readonly TokenSuggestion[];
  removeLabel: (value: string) => string;
  createLabel: (value: string) => string;
  onText: (text: string) => void;
  onAdd: (value: string) => void;
  onRemove: (value: string) => void;
};

/** Short words one adds and takes away, with suggestions. Enter takes the lit suggestion, a comma what is typed, Backspace the last word. */
export default function TokensInput({
  label,
  placeholder,
  values,
  text,
  suggestions,
  removeLabel,
  createLabel,
  onText,
  onAdd,
  onRemove,
}: TokensInputProps) {
  const [isOpen, setOpen] = useState(false);
  const change = (next: string[]) => {
    for (const value of next) if (!values.includes(value)) onAdd(value);
    for (const value of values) if (!next.includes(value)) onRemove(value);
    if (next.length > values.length) onText("");
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "," || text.trim() === "") return;
    event.preventDefault();
    onAdd(text);
    onText("");
  };

  return (
    <Combobox.Root
      multiple
      autoHighlight
      filter={null}
      // An open list hides the rest of the page from screen readers: an empty one must not.
      open={isOpen && suggestions.length > 0}
      onOpenChange={setOpen}
      items={suggestions.map(({ value }) => value)}
      value={[...values]}
      onValueChange={change}
      inputValue={text}
      onInputValueChange={onText}
    >
      <Combobox.Chips
        aria-label={values.length > 0 ? label : undefined}
        className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-transparent py-0.5 pr-1 pl-2 transition-colors focus-within:border-plum focus-within:bg-surface hover:bg-surface"
      >
        <Tag aria-hidden="true" className="mr-1 size-3.5 text-ink-faint" />
        {values.map((value) => (
          <Combobox.Chip
            key={value}
            aria-label={value}
            className="flex h-6 max-w-full items-center rounded-sm bg-plum-soft pl-2 text-xs font-medium text-plum outline-none data-highlighted:outline-2 data-highlighted:outline-plum"
          >
            <span className="truncate">{value}</span>
            <Combobox.ChipRemove
              aria-label={removeLabel(value)}
              className="grid size-6 place-items-center rounded-sm hover:bg-plum/15 [&_svg]:size-3"
            >
              <X aria-hidden="true" />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          autoFocus
          aria-label={label}
          placeholder={placeholder}
          onKeyDown={onKeyDown}
          className="h-6 min-w-24 flex-1 bg-transparent px-1 text-sm outline-none"
        />
      </Combobox.Chips>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} align="start" className="z-50 outline-none">
          <Combobox.Popup className="w-(--anchor-width) min-w-44 rounded-md border bg-raised text-ink shadow-pop data-empty:hidden">
            <Combobox.List className="max-h-[min(16rem,var(--available-height))] overflow-y-auto p-1 outline-none">
              {suggestions.map(({ value, isNew, hint }) => (
                <Combobox.Item
                  key={value}
                  value={value}
                  className="flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-highlighted:bg-hover"
                >
                  {isNew && <Plus aria-hidden="true" className="size-3.5 text-ink-faint" />}
                  <span className="min-w-0 flex-1 truncate">
                    {isNew ? createLabel(value) : value}
                  </span>
                  {hint !== undefined && (
                    <span className="text-xs text-ink-faint tabular-nums">{hint}</span>
                  )}
                </Combobox.Item>
              ))}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
