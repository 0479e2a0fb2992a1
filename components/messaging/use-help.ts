import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { tasks } from "@/lib/ai/tasks/list";
import type { RewriteInput } from "@/lib/ai/tasks/rewrite";
import type { VoiceFacts } from "@/lib/ai/tasks/voice";
import type { Written } from "@/lib/ai/tasks/written";
import type { Task } from "@/lib/ai/task";
import { draftRequest, rewriteRequest, secretsIn, type Writing } from "@/lib/messaging/assist";
import type { Draft } from "@/lib/messaging/draft";
import { inOwnVoice } from "@/lib/messaging/rules/own-voice";
import { shortenByRule } from "@/lib/messaging/rules/shorten";
import { AppError } from "@/lib/platform/app-error";
import type { Assistant } from "./assistant";

export type Help = "shorter" | "warmer" | "translate" | "voice";
export type HelpState =
  | { is: "idle" }
  | { is: "running"; shown: readonly Written[] }
  | { is: "failed"; why: string };

/** A task is named, and fetched when it is first asked for: a draft stands without any. */
type Named<Input, Answer> = (known: typeof tasks) => Task<Input, Answer>;

export type Texts = { text: string; subject?: string | undefined };

/** Help with a draft: by an AI where one is set up, else by rule where a rule can. The draft changes only when an answer is whole. */
export function useHelp({
  writing,
  draft,
  voice,
  assistant,
  onText,
}: {
  writing: Writing;
  draft: Draft;
  voice: VoiceFacts | undefined;
  assistant: Assistant | undefined;
  onText: (texts: Texts, language?: string) => void;
}) {
  const [state, setState] = useState<HelpState>({ is: "idle" });
  const [variants, setVariants] = useState<readonly Written[]>([]);
  const running = useRef<AbortController | undefined>(undefined);
  // An answer comes to the sheet as it is then, not as it was when one asked.
  const sheet = useRef({ draft, onText });
  useEffect(() => {
    sheet.current = { draft, onText };
  });
  // A screen that closes waits for nothing, and pays for nothing more.
  useEffect(() => () => running.current?.abort(), []);
  const isAi = assistant?.name !== undefined;

  async function ask<Input, Answer>(pick: Named<Input, Answer>, input: Input) {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    setState({ is: "running", shown: [] });
    try {
      const [known, { writtenSoFar }] = await Promise.all([
        import("@/lib/ai/tasks/list"),
        import("@/lib/ai/tasks/written"),
      ]);
      const answer = await assistant!.ask(pick(known.tasks), input, {
        secrets: secretsIn(writing.facts),
        signal: stop.signal,
        onPartial: (partial) => {
          if (!stop.signal.aborted) setState({ is: "running", shown: writtenSoFar(partial) });
        },
      });
      setState({ is: "idle" });
      return answer;
    } catch (error) {
      const isStopped =
        error instanceof AppError && /^ai-(?:stopped|not-agreed)$/u.test(error.code);
      setState(isStopped ? { is: "idle" } : { is: "failed", why: sentenceOf(error) });
      return undefined;
    }
  }

  async function rewrite<Input extends RewriteInput>(
    pick: Named<Input, Written>,
    input: Input,
    language?: string,
  ) {
    const answer = await ask(pick, input);
    if (answer) give(answer, language);
  }

  /** Takes the place of what was asked about; of what was written on meanwhile it does not, and is offered beside it. */
  function give(answer: Written, language?: string) {
    const now = sheet.current;
    if (now.draft.text !== draft.text) return setVariants([answer]);
    now.onText({ text: answer.text, subject: answer.subject ?? now.draft.subject }, language);
  }

  const byRule = (text: string) => {
    if (text === draft.text) void say(i18n.t("messaging.help.nothing"));
    else onText({ text, subject: draft.subject });
  };

  return {
    state,
    variants,
    isAi,
    /** What can be done now; the rest needs an AI, or more messages of one's own. */
    can: {
      shorter: true,
      warmer: isAi,
      translate: isAi,
      voice: voice !== undefined,
    } satisfies Record<Help, boolean>,

    async run(help: Help, otherLanguage: string) {
      const request = rewriteRequest(writing, { text: draft.text, subject: draft.subject });
      if (help === "shorter" && isAi) return rewrite(({ shorten }) => shorten, request);
      if (help === "shorter") {
        const { over, limit } = draft.length.body;
        return byRule(shortenByRule(draft.text, over > 0 ? limit : undefined));
      }
      if (help === "warmer") return rewrite(({ warmer }) => warmer, request);
      if (help === "translate")
        return rewrite(
          ({ translate }) => translate,
          { ...request, language: otherLanguage },
          otherLanguage,
        );
      if (!voice) return undefined;
      if (isAi) return rewrite(({ myVoice }) => myVoice, { ...request, voice });
      const { firstName, fullName } = writing.facts.person;
      return byRule(inOwnVoice(draft.text, voice, firstName ?? fullName.split(/\s/u)[0]));
    },

    /** One draft for a purpose, or several to choose from. */
    async draft(purpose: string, count: number, tone?: string) {
      const wish = {
        purpose,
        ...(tone && { tone }),
        variants: count,
        ...(voice && { voice }),
        ...(count > 1 && { current: draft.text }),
      };
      const answer = await ask(({ draftMessage }) => draftMessage, draftRequest(writing, wish));
      const [first] = answer?.variants ?? [];
      if (!answer || !first) return;
      if (count > 1) setVariants(answer.variants);
      else give(first);
    },

    offer: setVariants,
    stop: () => running.current?.abort(),
    dismiss: () => setState({ is: "idle" }),
  };
}
