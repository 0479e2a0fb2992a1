import { Braces, Split } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { variables } from "@/lib/messaging/variables/list";
import { variableWord } from "./words";

/** Those one reaches for; the others stand behind "More". */
const USUAL = new Set([
  "firstName",
  "company",
  "position",
  "lastTopic",
  "mutualConnections",
  "myFirstName",
]);

/** Chips that put a variable where the caret is. */
export function VariableBar({
  isLong,
  onInsert,
}: {
  isLong: boolean;
  onInsert: (before: string, after?: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const names = variables.map(({ name }) => name);
  const shown = isOpen ? names : names.filter((name) => USUAL.has(name));
  return (
    <div
      role="group"
      aria-label={i18n.t("messaging.editor.variables")}
      className="flex flex-wrap items-center gap-1"
    >
      {shown.map((name) => (
        <button
          key={name}
          type="button"
          // The textarea keeps its caret.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onInsert(`{${name}}`)}
          className="inline-flex h-6 items-center gap-1 rounded-sm bg-plum-soft px-1.5 text-xs font-medium text-plum transition-colors hover:bg-plum hover:text-on-plum"
        >
          {variableWord(name)}
        </button>
      ))}
      <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Braces aria-hidden="true" />
        {i18n.t(isOpen ? "common.less" : "messaging.editor.moreVariables")}
      </Button>
      {isLong && (
        <Button
          size="sm"
          variant="ghost"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onInsert("{if company}", "{/if}")}
        >
          <Split aria-hidden="true" />
          {i18n.t("messaging.editor.condition")}
        </Button>
      )}
    </div>
  );
}
