import { i18n } from "#i18n";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { TemplateFields } from "@/lib/messaging/store/templates";
import type { Template } from "@/lib/model/template";
import { categoryOptions, emailTypeOptions, purposeOptions, toneOptions } from "./template-words";
import { formOptions, languageWord, type Option } from "./words";

const LANGUAGES = ["en", "fr"];

/** What a template is for. */
export function TemplateFieldset({
  template,
  shortcutProblem,
  onChange,
}: {
  template: Template;
  /** The template that has the name already, or "" where it can be no name. */
  shortcutProblem: string | undefined;
  onChange: (fields: TemplateFields) => void;
}) {
  const form = template.form ?? "message";
  const none: Option = { value: "", label: "–" };
  const languages = LANGUAGES.map((value) => ({ value, label: languageWord(value) }));
  const choice = (
    label: string,
    field: "form" | "category" | "emailType" | "language" | "tone" | "purpose",
    options: readonly Option[],
  ) => (
    <Field label={label}>
      {(ids) => (
        <Select
          {...ids}
          value={template[field] ?? (field === "form" ? form : "")}
          options={field === "form" ? options : [none, ...options]}
          onPick={(value) => onChange(fieldsFor(field, value))}
        />
      )}
    </Field>
  );
  return (
    <div className="grid grid-cols-2 items-start gap-3 border-t pt-4">
      {choice(i18n.t("messaging.form"), "form", formOptions())}
      {form === "email"
        ? choice(i18n.t("messaging.emailType"), "emailType", emailTypeOptions())
        : choice(i18n.t("messaging.category"), "category", categoryOptions())}
      {choice(i18n.t("messaging.language"), "language", languages)}
      {choice(i18n.t("messaging.tone"), "tone", toneOptions())}
      {choice(i18n.t("messaging.purpose"), "purpose", purposeOptions())}
      <Field
        label={i18n.t("messaging.editor.shortcut")}
        hint={i18n.t("messaging.editor.shortcutHint")}
        error={problemText(shortcutProblem)}
      >
        {(ids) => (
          <Input
            {...ids}
            className="font-mono"
            spellCheck={false}
            maxLength={30}
            value={template.shortcut ?? ""}
            onChange={(event) => onChange({ shortcut: event.target.value.replace(/^\//u, "") })}
          />
        )}
      </Field>
    </div>
  );
}

function problemText(problem: string | undefined): string | undefined {
  if (problem === undefined) return undefined;
  return problem === ""
    ? i18n.t("messaging.editor.shortcutForm")
    : i18n.t("messaging.editor.shortcutTaken", [problem]);
}

/** A mail has a kind of its own, and only a mail has an email type. */
function fieldsFor(field: string, value: string): TemplateFields {
  if (field !== "form") return { [field]: value === "" ? null : value };
  const isMail = value === "email";
  return {
    form: value as NonNullable<Template["form"]>,
    kind: isMail ? "email" : "linkedIn",
    emailType: isMail ? "custom" : null,
    ...(!isMail && { format: null }),
  };
}
