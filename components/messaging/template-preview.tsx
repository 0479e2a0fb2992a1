import { useState } from "react";
import { i18n } from "#i18n";
import { language as screenLanguage } from "@/components/ui/locale";
import { draftFrom, type Draft, type Mark } from "@/lib/messaging/draft";
import { render } from "@/lib/messaging/language/render";
import { toHtml } from "@/lib/messaging/language/html";
import type { Facts } from "@/lib/messaging/variables/variable";
import type { Template } from "@/lib/model/template";
import { sourceOf } from "./fact-source";
import { LengthMeter } from "./length-meter";
import { HtmlPreview } from "./mail-format";
import { PersonPicker, type KnownPerson } from "./person-picker";
import { useAccount, useFacts } from "./queries";
import { concernText } from "./words";
import { tip } from "@/components/ui/tip";

/** How a template reads to somebody real. */
export function TemplatePreview({
  template,
  people,
}: {
  template: Template;
  people: readonly KnownPerson[];
}) {
  const [chosen, choose] = useState<KnownPerson>();
  const account = useAccount();
  const person = chosen ?? people[0];
  const language = template.language ?? screenLanguage();
  const facts = useFacts(person ? { personId: person.id, language } : undefined).data;
  const draft = facts ? draftFrom(template, { account, facts }) : undefined;
  return (
    <section
      aria-label={i18n.t("messaging.preview.title")}
      className="grid gap-2 rounded-md border p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="eyebrow">
          {person
            ? i18n.t("messaging.preview.on", [person.title])
            : i18n.t("messaging.preview.title")}
        </h3>
        {draft && <LengthMeter label={i18n.t("messaging.text")} length={draft.length.body} />}
      </div>
      {facts && draft ? (
        <Shown template={template} facts={facts} draft={draft} />
      ) : (
        <p className="text-sm text-ink-faint">{i18n.t("messaging.preview.nobody")}</p>
      )}
      {people.length > 1 && <PersonPicker people={people} onPick={choose} />}
    </section>
  );
}

function Shown({ template, facts, draft }: { template: Template; facts: Facts; draft: Draft }) {
  const isHtml = template.form === "email" && template.format === "html";
  return (
    <>
      {draft.subject !== undefined && draft.subject !== "" && (
        <p className="text-sm font-semibold">{draft.subject}</p>
      )}
      {isHtml ? (
        <HtmlPreview html={toHtml(render(template.content ?? "", facts).parts, "html")} />
      ) : (
        <p className="text-sm whitespace-pre-line">{runs(draft, facts)}</p>
      )}
      {draft.concerns.length > 0 && (
        <ul className="grid gap-0.5 text-xs text-saffron">
          {draft.concerns.map((concern) => (
            <li key={concernText(concern)}>{concernText(concern)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function runs({ text, marks }: Draft, facts: Facts) {
  const shown = [];
  let from = 0;
  for (const mark of marks) {
    shown.push(text.slice(from, mark.start));
    shown.push(
      <span key={mark.start} className={LOOK[mark.kind]} {...tip(...linesOf(mark, facts))}>
        {text.slice(mark.start, mark.end)}
      </span>,
    );
    from = mark.end;
  }
  return [...shown, text.slice(from)];
}

const LOOK: Record<Mark["kind"], string> = {
  fact: "rounded-sm bg-plum-soft",
  fallback: "rounded-sm bg-hover",
  unsupported: "rounded-sm bg-brick-soft outline-1 outline-brick outline-dashed",
};

function linesOf(mark: Mark, facts: Facts): string[] {
  return mark.kind === "fact" ? sourceOf(mark.fact, facts) : [];
}
