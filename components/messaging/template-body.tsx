import { useId, useRef, useState } from "react";
import { i18n } from "#i18n";
import { MarkedTextarea, type TextMark } from "@/components/ui/marked-textarea";
import { parse, type Node } from "@/lib/messaging/language/parse";
import { findVariable } from "@/lib/messaging/variables/list";
import type { Template } from "@/lib/model/template";
import { SnippetList, useSnippets } from "./snippets";
import { VariableBar } from "./variable-bar";
import { faultText, variableWord } from "./words";

/** A text in the template language: variables are marked as chips, and every fault says where it is. */
export function TemplateBody({
  label,
  value,
  templates,
  isLong,
  onChange,
}: {
  label: string;
  value: string;
  templates: readonly Template[];
  isLong?: true;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(-1);
  const { nodes, faults } = parse(value);
  const snippets = useSnippets({
    text: value,
    caret,
    templates,
    expand: contentOf,
    onText: onChange,
  });
  const unknown = unknownIn(nodes);

  /** Puts a tag where the caret is, around what is selected, and goes on from there. */
  const insert = (before: string, after = "") => {
    const textarea = box.current;
    const from = textarea?.selectionStart ?? value.length;
    const to = textarea?.selectionEnd ?? value.length;
    const chosen = value.slice(from, to);
    onChange(value.slice(0, from) + before + chosen + after + value.slice(to));
    const at = from + before.length + chosen.length;
    requestAnimationFrame(() => {
      textarea?.focus();
      textarea?.setSelectionRange(at, at);
    });
  };
  const goTo = (at: number) => {
    box.current?.focus();
    box.current?.setSelectionRange(at, at + 1);
  };

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <MarkedTextarea
        ref={box}
        id={id}
        className={isLong ? "min-h-40" : ""}
        rows={isLong ? 6 : 1}
        value={value}
        marks={marksOf(value)}
        onCaret={setCaret}
        onBlur={() => setCaret(-1)}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (snippets.onKeyDown(event)) return;
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        {...snippets.aria}
      />
      <SnippetList {...snippets.list} />
      {(faults.length > 0 || unknown.length > 0) && (
        <ul className="grid gap-0.5 text-sm text-brick">
          {faults.map((fault) => (
            <li key={`${fault.code} ${fault.at}`}>
              <button
                type="button"
                className="rounded-sm text-left underline decoration-dotted underline-offset-3"
                onClick={() => goTo(fault.at)}
              >
                {faultText(fault, value)}
              </button>
            </li>
          ))}
          {unknown.map(({ name, at }) => (
            <li key={`${name} ${at}`}>
              <button
                type="button"
                className="rounded-sm text-left underline decoration-dotted underline-offset-3"
                onClick={() => goTo(at)}
              >
                {i18n.t("messaging.concerns.unknown", [name])}
              </button>
            </li>
          ))}
        </ul>
      )}
      <VariableBar isLong={isLong ?? false} onInsert={insert} />
    </div>
  );
}

function contentOf(snippet: Template): string {
  return snippet.content ?? "";
}

const TAG = /\{[^{}]*\}/gu;
const CONTROL = /^\{\s*(?:(?:if|si)\s|else|sinon|\/)/iu;

/** Every tag of the text: a variable by its word, a condition quieter, a name nobody knows loud. */
function marksOf(value: string): TextMark[] {
  return [...value.matchAll(TAG)].map((match): TextMark => {
    const place = { start: match.index, end: match.index + match[0].length };
    if (CONTROL.test(match[0])) return { ...place, tone: "quiet" };
    const [name = "", fallback] = match[0].slice(1, -1).split("|");
    const variable = findVariable(name);
    if (!variable) return { ...place, tone: "brick" };
    const word = variableWord(variable.name);
    return {
      ...place,
      tone: "plum",
      tip:
        fallback === undefined ? [word] : [word, i18n.t("messaging.editor.elseText", [fallback])],
    };
  });
}

function unknownIn(nodes: readonly Node[]): { name: string; at: number }[] {
  return nodes.flatMap((node) => {
    if (node.type === "text") return [];
    const own = findVariable(node.name) ? [] : [{ name: node.name, at: node.at }];
    if (node.type === "variable") return own;
    return [...own, ...unknownIn(node.met), ...unknownIn(node.otherwise)];
  });
}
