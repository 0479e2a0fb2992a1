import { Pencil } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";

/** A text of several lines, changed in the place where it stands. */
export function LongEditable({
  label,
  value,
  onSave,
}: {
  label: string;
  value: string;
  onSave: (text: string | null) => void;
}) {
  const [draft, setDraft] = useState<string>();
  if (draft === undefined)
    return (
      <div className="flex items-start gap-1">
        <p className="line-clamp-4 min-w-0 flex-1 text-sm whitespace-pre-line text-ink-soft">
          {value}
        </p>
        <IconButton
          size="icon-sm"
          label={i18n.t("truth.edit", [label])}
          onClick={() => setDraft(value)}
        >
          <Pencil aria-hidden="true" />
        </IconButton>
      </div>
    );
  const save = () => {
    if (draft.trim() !== value) onSave(draft.trim() === "" ? null : draft.trim());
    setDraft(undefined);
  };
  return (
    <div className="grid gap-2">
      <Textarea
        autoFocus
        aria-label={label}
        value={draft}
        className="max-h-80 overflow-auto"
        onChange={(event) => setDraft(event.target.value)}
      />
      <div className="flex gap-2">
        <Button size="sm" variant="primary" onClick={save}>
          {i18n.t("truth.keep")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setDraft(undefined)}>
          {i18n.t("common.cancel")}
        </Button>
      </div>
    </div>
  );
}
