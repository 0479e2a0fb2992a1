import { ArrowLeft, CopyPlus, EllipsisVertical, Star, Trash2 } from "lucide-react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { ChangeArea } from "@/components/ui/change-area";
import { Input } from "@/components/ui/input";
import { Menu } from "@/components/ui/menu";
import { useReadOnly } from "@/components/ui/read-only";
import { hasSubject } from "@/lib/messaging/draft";
import type { TemplateStats } from "@/lib/messaging/template-stats";
import type { Template } from "@/lib/model/template";
import { FormatChoice } from "./mail-format";
import type { KnownPerson } from "./person-picker";
import { copyOf, erase, makeDefault } from "./template-acts";
import { TemplateBody } from "./template-body";
import { TemplateFieldset } from "./template-fieldset";
import { StatsLine } from "./template-list";
import { TemplatePreview } from "./template-preview";
import { useTemplateForm } from "./use-template-form";

/** One template: its text with variables as chips, what it is for, and how it reads to somebody real. */
export function TemplateEditor({
  template,
  templates,
  stats,
  people,
  onOpen,
}: {
  template: Template;
  templates: readonly Template[];
  stats: TemplateStats | undefined;
  people: readonly KnownPerson[];
  onOpen: (id: string | undefined) => void;
}) {
  const { shown, state, problems, owner, change } = useTemplateForm(template, templates);
  const why = useReadOnly("templates");
  return (
    <aside
      aria-label={i18n.t("messaging.editor.title")}
      className="grid min-h-0 w-full min-w-0 content-start gap-4 overflow-y-auto bg-surface px-4 pt-2 pb-10 lg:w-136 lg:shrink-0 lg:border-l"
    >
      <header className="flex items-center gap-2">
        <IconButton label={i18n.t("common.back")} onClick={() => onOpen(undefined)}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <p role="status" className="min-w-0 flex-1 text-right text-xs text-ink-faint">
          {state.is === "typing" && i18n.t("notes.saving")}
          {state.is === "saved" && <span className="text-moss">{i18n.t("notes.saved")}</span>}
          {state.is === "failed" && <span className="text-brick">{state.why}</span>}
        </p>
        <Button
          size="sm"
          aria-pressed={template.isDefault ?? false}
          disabled={why !== undefined || template.isDefault || template.isActive === false}
          title={why}
          onClick={() => void makeDefault(template)}
        >
          <Star
            aria-hidden="true"
            className={template.isDefault ? "fill-current text-saffron" : ""}
          />
          {i18n.t(
            template.isDefault ? "messaging.library.isDefault" : "messaging.library.makeDefault",
          )}
        </Button>
        <Menu
          trigger={
            <IconButton label={i18n.t("common.actions")}>
              <EllipsisVertical aria-hidden="true" />
            </IconButton>
          }
          entries={[
            {
              kind: "item",
              label: i18n.t("messaging.library.duplicate"),
              icon: <CopyPlus aria-hidden="true" />,
              ...(why !== undefined && { why }),
              onSelect: () => void copyOf(template, onOpen),
            },
            {
              kind: "check",
              label: i18n.t("messaging.library.putAwayOne"),
              isOn: shown.isActive === false,
              onChange: (isOn) => change({ isActive: !isOn }),
            },
            { kind: "line" },
            {
              kind: "item",
              label: i18n.t("messaging.library.delete"),
              icon: <Trash2 aria-hidden="true" />,
              ...(why !== undefined && { why }),
              onSelect: () => void erase(template, () => onOpen(undefined)),
            },
          ]}
        />
      </header>
      <ChangeArea kind="templates">
        <Input
          aria-label={i18n.t("messaging.editor.name")}
          aria-invalid={problems.name}
          className="title h-10! text-lg!"
          value={shown.name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <StatsLine stats={stats} />
        {hasSubject(shown.form ?? "message") && (
          <TemplateBody
            label={i18n.t("messaging.subject")}
            value={shown.subject ?? ""}
            templates={templates}
            onChange={(subject) => change({ subject })}
          />
        )}
        <TemplateBody
          label={i18n.t("messaging.text")}
          value={shown.content ?? ""}
          templates={templates}
          isLong
          onChange={(content) => change({ content })}
        />
        {shown.form === "email" && (
          <FormatChoice format={shown.format ?? "text"} onFormat={(format) => change({ format })} />
        )}
        <TemplatePreview template={shown} people={people} />
        <TemplateFieldset
          template={shown}
          shortcutProblem={problems.shortcut ? (owner?.name ?? "") : undefined}
          onChange={change}
        />
      </ChangeArea>
    </aside>
  );
}
