import { lazy, Suspense, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Kbd } from "@/components/ui/kbd";
import { Input } from "@/components/ui/input";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { focusControl } from "@/components/ui/focus-control";
import { canCopy, concernKey, draftFrom, hasSubject } from "@/lib/messaging/draft";
import { firstTemplate, pastWith } from "@/lib/messaging/first-template";
import { render } from "@/lib/messaging/language/render";
import { starterIn } from "@/lib/messaging/starter/list";
import type { Account } from "@/lib/messaging/store/facts";
import type { Facts } from "@/lib/messaging/variables/variable";
import type { Template } from "@/lib/model/template";
import type { Assistant } from "./assistant";
import { ConcernList } from "./concern-list";
import { CopyRow, useCopy } from "./copy-row";
import type { DeskUse } from "./desk-use";
import { DraftHead } from "./draft-head";
import { DraftText } from "./draft-text";
import { HelpRow } from "./help-row";
import { LengthMeter } from "./length-meter";
import { Recipient } from "./recipient";
import { FormatChoice, HtmlPreview } from "./mail-format";
import { useVoice } from "./queries";
import { TemplatePicker } from "./template-picker";
import { sheetFrom, useDraft, type Sheet } from "./use-draft";
import { tellReplaced } from "./tell";
import { useHelp, type Help, type Texts } from "./use-help";
import { VariantList } from "./variant-list";

const MailWays = lazy(() => import("./mail-ways"));
const WhoWrites = lazy(() => import("./who-writes"));

/** The sheet one writes on, and everything around it. */
export function DraftingSheet({
  start,
  isBegun,
  facts,
  account,
  templates,
  assistant,
  desk,
  onAsk,
  onDone,
}: {
  start: () => Sheet;
  isBegun: boolean;
  facts: Facts;
  account: Account;
  templates: readonly Template[];
  assistant: Assistant | undefined;
  desk: DeskUse | undefined;
  onAsk: (ask: { language: string; jobId?: string }) => void;
  onDone: () => void;
}) {
  const [first] = useState(start);
  const { sheet, draft, state, ...keeping } = useDraft({
    personId: facts.person.id,
    start: first,
    facts,
    account,
  });
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<"picker" | "who">();
  const text = useRef<HTMLTextAreaElement>(null);
  const seeAll = useRef<HTMLButtonElement>(null);
  const voice = useVoice(sheet.language);
  const otherLanguage = sheet.language.startsWith("fr") ? "en" : "fr";
  const writing = { facts, form: draft.form, account, language: sheet.language };

  /** A text that comes from elsewhere takes the place of the one that stands; that one can be brought back. */
  const replace = ({ text: next, subject }: Texts, language = sheet.language) => {
    const before = sheet;
    keeping.write({ text: next, subject: subject ?? "", language });
    if (language !== sheet.language)
      onAsk({ language, ...(sheet.jobId && { jobId: sheet.jobId }) });
    tellReplaced(() => keeping.restore(before));
  };
  const pick = (template: Template) => {
    const before = sheet;
    setOpen(undefined);
    keeping.begin({
      ...sheetFrom(template, sheet.form, sheet.language),
      id: sheet.id,
      jobId: sheet.jobId,
    });
    if (!sheet.template && draft.text.trim() !== "") tellReplaced(() => keeping.restore(before));
    requestAnimationFrame(() => focusControl("c"));
  };
  const choose = (change: {
    form?: Sheet["form"];
    language?: string;
    jobId?: string | undefined;
  }) => {
    const next = { ...sheet, ...change };
    onAsk({ language: next.language, ...(next.jobId && { jobId: next.jobId }) });
    if (!sheet.template || "jobId" in change) return keeping.begin(next);
    const twin = starterIn(sheet.template.id, next.language === "fr" ? "fr" : "en");
    const same = templates.find(({ id }) => id === twin && change.language !== undefined);
    const { person, lastInteraction, lastMessage } = facts;
    const past = pastWith(person, Boolean(lastInteraction ?? lastMessage));
    const wish = { form: next.form, language: next.language, past };
    const template = same ?? firstTemplate(templates, wish);
    return keeping.begin({
      ...sheetFrom(template, next.form, next.language),
      id: sheet.id,
      jobId: next.jobId,
    });
  };

  const help = useHelp({ writing, draft, voice, assistant, onText: replace });
  const copying = useCopy({
    draft,
    format: draft.form === "email" ? sheet.format : "text",
    isFree: (also) => canCopy(draft, also ?? seen),
    onBlocked: () => (seeAll.current ?? text.current)?.focus(),
    onRefused: () => text.current?.select(),
    settle: async () => {
      const fields = await keeping.settle();
      return desk ? { ...fields, taskId: desk.occasion.taskId } : fields;
    },
    onCopied: () => desk?.begin(sheet.id),
  });
  const see = (keys: readonly string[]) => {
    const next = new Set([...seen, ...keys]);
    setSeen(next);
    return next;
  };
  const offerVariants = () => {
    if (help.isAi) {
      const { name = i18n.t("messaging.variants.ofThis"), tone } = sheet.template ?? {};
      return void help.draft(name, 3, tone);
    }
    const rivals = rivalsOf(sheet, templates);
    return help.offer(
      rivals.map((template) => {
        const { text: body, subject } = draftFrom(template, { account, facts });
        return { text: body, subject: subject ?? null };
      }),
    );
  };
  const runHelp = (kind: Help) => void help.run(kind, otherLanguage);
  const shown = help.state.is === "running" ? help.state.shown : help.variants;

  useShortcuts({
    c: () => focusControl("c"),
    e: () => focusControl("e"),
    ...(desk && { o: () => focusControl("o") }),
    p: () => setOpen("picker"),
    s: () => focusControl("s"),
    v: () => focusControl("v"),
    1: () => focusControl("1"),
    2: () => focusControl("2"),
    3: () => focusControl("3"),
  });

  return (
    <div className="grid grid-cols-1 gap-3">
      <Recipient person={facts.person} />
      <DraftHead
        sheet={sheet}
        state={state}
        isBegun={isBegun}
        onChoose={choose}
        onPick={() => setOpen(open === "picker" ? undefined : "picker")}
        onDiscard={() => void keeping.discard().then(onDone)}
      />
      {open === "picker" && (
        <TemplatePicker
          templates={templates}
          form={sheet.form}
          language={sheet.language}
          show={(template) => render(template.content ?? "", facts).text}
          assistantName={assistant?.name}
          onPick={pick}
          onPurpose={(purpose) => {
            setOpen(undefined);
            void help.draft(purpose, 1);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {hasSubject(draft.form) && (
        <div className="flex items-center gap-2">
          <Input
            aria-label={i18n.t("messaging.subject")}
            placeholder={i18n.t("messaging.subject")}
            value={draft.subject ?? ""}
            onChange={(event) => keeping.write({ subject: event.target.value })}
          />
          {draft.length.subject && (
            <LengthMeter label={i18n.t("messaging.subject")} length={draft.length.subject} />
          )}
        </div>
      )}
      <DraftText
        ref={text}
        autoFocus={desk?.isAtOnce === true}
        draft={draft}
        facts={facts}
        templates={templates}
        expand={(snippet) => render(snippet.content ?? "", facts).text}
        onText={(next) => keeping.write({ text: next })}
      />
      {draft.form === "email" && (
        <>
          <FormatChoice format={sheet.format} onFormat={(format) => keeping.write({ format })} />
          {sheet.format === "html" && <HtmlPreview html={draft.text} />}
        </>
      )}
      <ConcernList
        ref={seeAll}
        concerns={draft.concerns}
        seen={seen}
        seeAllLabel={i18n.t("messaging.concerns.seeAll")}
        onSee={(key) => see([key])}
        onSeeAll={() => void copying.copy(see(draft.concerns.map(concernKey)))}
        onOwnName={() => setOpen("who")}
      />
      <CopyRow copying={copying} person={facts.person} sheet={sheet} desk={desk} onDone={onDone} />
      {draft.form === "email" && (
        <Suspense>
          <MailWays
            id={sheet.id}
            body={{ subject: draft.subject ?? "", text: draft.text, format: sheet.format }}
            facts={facts}
            isReady={canCopy(draft, seen)}
            onBlocked={() => seeAll.current?.focus()}
            onOut={() => void copying.out()}
            language={sheet.language}
            template={templates.find(({ id }) => id === sheet.templateId)}
            farewell={sheet.farewell}
            onFarewell={(farewell) => keeping.write({ farewell })}
            settle={copying.settle}
            onSent={() => {
              void desk?.begin(sheet.id);
              onDone();
            }}
          />
        </Suspense>
      )}
      <VariantList
        variants={shown}
        writing={writing}
        isWhole={help.state.is !== "running"}
        onUse={(variant) => {
          help.offer([]);
          replace({ text: variant.text, subject: variant.subject ?? draft.subject });
        }}
        onClose={() => help.offer([])}
      />
      <HelpRow
        state={help.state}
        can={help.can}
        assistant={assistant}
        otherLanguage={otherLanguage}
        onHelp={runHelp}
        onVariants={offerVariants}
        onStop={help.stop}
        onDismiss={help.dismiss}
      />
      {!desk && <KeyLine />}
      <Suspense>
        {open === "who" && <WhoWrites self={facts.self} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </div>
  );
}

function KeyLine() {
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-ink-faint">
      {(["c", "e", "p", "s"] as const).map((key) => (
        <span key={key} className="inline-flex items-center gap-1">
          <Kbd keys={key} />
          {i18n.t(`messaging.keys.${key}`)}
        </span>
      ))}
    </p>
  );
}

/** Up to three templates for the same form and language, those of the same occasion first. */
function rivalsOf(sheet: Sheet, templates: readonly Template[]): Template[] {
  const category = sheet.template?.category;
  return templates
    .filter(({ id, isActive }) => id !== sheet.templateId && isActive !== false)
    .filter(({ form }) => (form ?? "message") === sheet.form)
    .filter(({ language }) => language?.split("-")[0] === sheet.language)
    .toSorted((a, b) => Number(b.category === category) - Number(a.category === category))
    .slice(0, 3);
}
