import { useState, type KeyboardEvent, type Ref } from "react";
import { i18n } from "#i18n";
import { MarkedTextarea, type TextMark } from "@/components/ui/marked-textarea";
import { tip } from "@/components/ui/tip";
import type { Draft, Mark } from "@/lib/messaging/draft";
import type { Facts } from "@/lib/messaging/variables/variable";
import type { Template } from "@/lib/model/template";
import { sourceOf } from "./fact-source";
import { LengthMeter } from "./length-meter";
import { SnippetList, useSnippets } from "./snippets";
import { variableWord } from "./words";

/** The message as one writes it. Facts are marked, and say where they stand to a pointer, to the caret, and as a list below. */
export function DraftText({
  draft,
  facts,
  templates,
  expand,
  onText,
  autoFocus,
  ref,
}: {
  draft: Draft;
  facts: Facts;
  templates: readonly Template[];
  /** A snippet's content, filled with facts. */
  expand: (snippet: Template) => string;
  onText: (text: string) => void;
  autoFocus: boolean;
  ref: Ref<HTMLTextAreaElement>;
}) {
  const [caret, setCaret] = useState(-1);
  const [lit, setLit] = useState(-1);
  const snippets = useSnippets({ text: draft.text, caret, templates, expand, onText });
  const marks = draft.marks.map((mark, index): TextMark => ({
    start: mark.start,
    end: mark.end,
    tone: TONES[mark.kind],
    tip: tipOf(mark, facts),
    lit: index === lit,
  }));
  const here = draft.marks.find(({ start, end }) => caret >= start && caret <= end);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (snippets.onKeyDown(event)) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      event.currentTarget.blur();
    }
  };

  return (
    <div className="grid gap-1">
      <MarkedTextarea
        ref={ref}
        autoFocus={autoFocus}
        aria-label={i18n.t("messaging.text")}
        aria-keyshortcuts="e"
        placeholder={i18n.t("messaging.textPlaceholder")}
        className="min-h-32"
        value={draft.text}
        marks={marks}
        onCaret={setCaret}
        onBlur={() => setCaret(-1)}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onText(event.target.value);
        }}
        onKeyDown={onKeyDown}
        {...snippets.aria}
      />
      <SnippetList {...snippets.list} />
      <div className="flex items-start justify-between gap-3">
        <p role="status" className="min-w-0 text-xs text-ink-faint">
          {here ? tipOf(here, facts).join(" · ") : ""}
        </p>
        <LengthMeter label={i18n.t("messaging.text")} length={draft.length.body} />
      </div>
      <FactLine draft={draft} facts={facts} onLight={setLit} />
    </div>
  );
}

/** Every fact of the draft once, to be reached by key. */
function FactLine({
  draft,
  facts,
  onLight,
}: {
  draft: Draft;
  facts: Facts;
  onLight: (index: number) => void;
}) {
  const shown = new Map<string, { index: number; text: string; lines: string[] }>();
  for (const [index, mark] of draft.marks.entries()) {
    const text = draft.text.slice(mark.start, mark.end);
    if (mark.kind === "fact" && !shown.has(text))
      shown.set(text, { index, text, lines: sourceOf(mark.fact, facts) });
  }
  if (shown.size === 0) return null;
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-xs text-ink-faint">
      <span>{i18n.t("messaging.standsOn")}</span>
      {[...shown.values()].map(({ index, text, lines }) => (
        <button
          key={text}
          type="button"
          aria-label={[text, ...lines].join(". ")}
          onFocus={() => onLight(index)}
          onBlur={() => onLight(-1)}
          onPointerEnter={() => onLight(index)}
          onPointerLeave={() => onLight(-1)}
          className="max-w-48 cursor-help truncate rounded-sm text-ink-soft underline decoration-dotted underline-offset-3"
          {...tip(...lines)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

const TONES = { fact: "plum", fallback: "quiet", unsupported: "brick" } as const;

function tipOf(mark: Mark, facts: Facts): string[] {
  if (mark.kind === "fact") return sourceOf(mark.fact, facts);
  if (mark.kind === "fallback")
    return [i18n.t("messaging.fallback", [variableWord(mark.variable)])];
  return [i18n.t("messaging.unsupported")];
}
