import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useRef, useState, type ReactNode } from "react";
import type { Gateway, Prepared } from "@/lib/ai/gateway";
import type { Task } from "@/lib/ai/task";
import { AppError } from "@/lib/platform/app-error";
import { requestDataConsent } from "@/lib/platform/data-consent";
import type { AnyPrepared } from "./leaving";
import { useAiWatch } from "./queries";

const Leaving = lazy(() => import("./leaving"));

type Asking = { prepared: AnyPrepared; decide: ((agreed: boolean) => void) | undefined };
type AskOptions = {
  secrets: readonly string[];
  signal: AbortSignal;
  onPartial: (partial: unknown) => void;
};

/** The way to an AI for a screen: who answers, the question before the first call, and what left last. */
export function useAssistant(openSettings: () => void) {
  const gateway = useRef<Promise<Gateway>>(undefined);
  const [asking, setAsking] = useState<Asking>();
  const [last, setLast] = useState<AnyPrepared>();
  useAiWatch();
  const name = useQuery({
    queryKey: ["settings", "ai", "choice"],
    queryFn: () => whoAnswers(),
  }).data;

  async function ask<Input, Answer>(
    task: Task<Input, Answer>,
    input: Input,
    { secrets, signal, onPartial }: AskOptions,
  ): Promise<Answer> {
    gateway.current ??= import("@/lib/ai/gateway").then(({ createGateway }) => createGateway());
    const toAi = await gateway.current;
    const prepared = await toAi.prepare(task, input, secrets);
    if (prepared.mustAgree && !(await agreed(prepared))) throw new AppError("ai-not-agreed");
    if (prepared.mustAgree) await toAi.agree(prepared);
    setLast(prepared);
    const { answer } = await toAi.send(prepared, { signal, onPartial });
    return answer;
  }

  /** Shows what would leave, and waits for the person. */
  function agreed<Answer>(prepared: Prepared<Answer>): Promise<boolean> {
    return new Promise((decide) => setAsking({ prepared, decide }));
  }

  const close = (isAgreed: boolean) => {
    asking?.decide?.(isAgreed);
    setAsking(undefined);
  };
  const dialog: ReactNode = asking && (
    <Suspense>
      <Leaving
        prepared={asking.prepared}
        onAgree={asking.decide && (() => void requestDataConsent().then(close))}
        onClose={() => close(false)}
      />
    </Suspense>
  );
  return {
    assistant: {
      name: name ?? undefined,
      ask,
      showLast: last && (() => setAsking({ prepared: last, decide: undefined })),
      openSettings,
    },
    dialog,
  };
}

async function whoAnswers(): Promise<string | null> {
  // Fetched beside what is shown first: a draft stands before it is known who could help with it.
  const { chooseProvider } = await import("@/lib/ai/choice");
  try {
    const { provider, model } = await chooseProvider();
    return provider.can.leavesDevice ? `${provider.name} · ${model}` : provider.name;
  } catch (error) {
    if (error instanceof AppError && error.code === "ai-no-provider") return null;
    throw error;
  }
}
