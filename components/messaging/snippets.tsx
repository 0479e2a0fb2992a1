import { useId, useState, type KeyboardEvent } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import { askedAt, placeSnippet, snippetsFor } from "@/lib/messaging/snippets";
import type { Template } from "@/lib/model/template";

const MOST = 6;

/** Snippets offered while one types `/name`: Enter or Tab takes the lit one, Escape none. */
export function useSnippets({
  text,
  caret,
  templates,
  expand,
  onText,
}: {
  text: string;
  caret: number;
  templates: readonly Template[];
  expand: (snippet: Template) => string;
  onText: (text: string) => void;
}) {
  const id = useId();
  const [lit, setLit] = useState(0);
  const [dismissed, setDismissed] = useState<number>();
  const asked = caret < 0 ? undefined : askedAt(text, caret);
  const isOpen = asked !== undefined && asked.from !== dismissed;
  const found = isOpen ? snippetsFor(asked.name, templates).slice(0, MOST) : [];
  const current = Math.min(lit, found.length - 1);

  const take = (snippet: Template | undefined) => {
    if (!snippet || !asked) return;
    const placed = placeSnippet(text, asked, expand(snippet));
    onText(placed.text);
    setLit(0);
    // The caret follows the text once React has put it there.
    const box = document.activeElement;
    requestAnimationFrame(() => {
      if (box instanceof HTMLTextAreaElement) box.setSelectionRange(placed.caret, placed.caret);
    });
  };

  return {
    list: { id, found, current, onTake: take },
    aria:
      found.length > 0
        ? {
            "aria-controls": id,
            "aria-activedescendant": `${id}-${current}`,
            "aria-expanded": true,
          }
        : {},
    /** True when the key was for the list. */
    onKeyDown(event: KeyboardEvent): boolean {
      if (found.length === 0 || event.nativeEvent.isComposing) return false;
      const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
      const move = moves[event.key];
      if (move !== undefined) setLit((current + move + found.length) % found.length);
      else if (event.key === "Enter" || event.key === "Tab") take(found[current]);
      else if (event.key === "Escape") setDismissed(asked?.from);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

export function SnippetList({
  id,
  found,
  current,
  onTake,
}: {
  id: string;
  found: readonly Template[];
  current: number;
  onTake: (snippet: Template) => void;
}) {
  if (found.length === 0) return null;
  return (
    <ul
      id={id}
      role="listbox"
      aria-label={i18n.t("messaging.snippets")}
      className="grid rounded-md border bg-raised p-1 shadow-pop"
    >
      {found.map((snippet, index) => (
        <li
          key={snippet.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          // The textarea keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(snippet)}
          className={cn(
            "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 text-sm",
            index === current && "bg-hover",
          )}
        >
          <code className="font-mono text-xs text-plum">/{snippet.shortcut}</code>
          <span className="min-w-0 truncate text-ink-soft">{snippet.name}</span>
        </li>
      ))}
    </ul>
  );
}
