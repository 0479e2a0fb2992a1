import { Search } from "lucide-react";
import { useId, useMemo, useState, type KeyboardEvent } from "react";
import { i18n } from "#i18n";
import { cn } from "@/components/ui/cn";
import type { MessageForm } from "@/lib/messaging/limits";
import { templatesForPurpose } from "@/lib/messaging/rules/purpose";
import { findTemplates, templateEntry } from "@/lib/messaging/template-search";
import type { Template } from "@/lib/model/template";

const MOST = 30;

/**
 * One box for both ways to begin: the beginning of a template's name, or a purpose said in words. Arrows choose,
 * Enter takes; with an AI behind it, the purpose itself is the last choice.
 */
export function TemplatePicker({
  templates,
  form,
  language,
  show,
  assistantName,
  onPick,
  onPurpose,
  onClose,
}: {
  templates: readonly Template[];
  form: MessageForm;
  language: string;
  /** What a template comes to for the person one writes to. */
  show: (template: Template) => string;
  assistantName: string | undefined;
  onPick: (template: Template) => void;
  onPurpose: (purpose: string) => void;
  onClose: () => void;
}) {
  const id = useId();
  const [text, setText] = useState("");
  const [lit, setLit] = useState(0);
  const entries = useMemo(() => templates.map(templateEntry), [templates]);
  const found = useMemo(() => {
    const named = findTemplates(entries, { text, form, language }).map(({ template }) => template);
    if (named.length > 0 || text.trim() === "") return named;
    return templatesForPurpose(text, templates, { form, language });
  }, [entries, templates, text, form, language]);
  const shown = found.slice(0, MOST);
  const purpose = text.trim();
  const offersPurpose = assistantName !== undefined && purpose.length > 2;
  const count = shown.length + (offersPurpose ? 1 : 0);
  const current = Math.min(lit, count - 1);

  const take = (index: number) => {
    const template = shown[index];
    if (template) onPick(template);
    else if (offersPurpose) onPurpose(purpose);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && count > 0) {
      event.preventDefault();
      const next = (current + move + count) % count;
      setLit(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) take(current);
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  const item = (index: number) =>
    cn(
      "grid min-h-9 cursor-pointer content-center rounded-sm px-2 py-1 text-sm",
      index === current && "bg-hover",
    );

  return (
    <div className="grid gap-1 rounded-md border bg-raised p-1.5 shadow-pop">
      <div className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-ink-faint"
        />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
          aria-label={i18n.t("messaging.pick")}
          placeholder={i18n.t("messaging.pick")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setLit(0);
          }}
          onKeyDown={onKeyDown}
          className="h-9 w-full rounded-md border border-line-strong bg-surface pr-2 pl-8 text-sm"
        />
      </div>
      <ul
        id={id}
        role="listbox"
        aria-label={i18n.t("messaging.templates")}
        className="max-h-64 overflow-y-auto"
      >
        {shown.map((template, index) => (
          <li
            key={template.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => take(index)}
            className={item(index)}
          >
            <span className="truncate font-medium">{template.name}</span>
            <span className="truncate text-xs text-ink-faint">{show(template)}</span>
          </li>
        ))}
        {offersPurpose && (
          <li
            id={`${id}-${shown.length}`}
            role="option"
            aria-selected={current === shown.length}
            onClick={() => take(shown.length)}
            className={item(shown.length)}
          >
            <span className="truncate font-medium text-plum">
              {i18n.t("messaging.askFor", [purpose])}
            </span>
            <span className="truncate text-xs text-ink-faint">{assistantName}</span>
          </li>
        )}
        {count === 0 && (
          <li className="px-2 py-3 text-sm text-ink-faint">{i18n.t("messaging.noTemplate")}</li>
        )}
      </ul>
    </div>
  );
}
