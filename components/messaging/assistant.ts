import type { Task } from "@/lib/ai/task";

/**
 * What a draft asks of an AI, whoever answers. The screen around it provides one; drafting itself knows
 * neither keys nor consent.
 */
export type Assistant = {
  /** Who answers, as shown beside the buttons; absent while nobody is set up. */
  name: string | undefined;
  /** Shows what would leave and asks, where that was not yet agreed. @throws AppError with an `ai-…` code */
  ask: <Input, Answer>(
    task: Task<Input, Answer>,
    input: Input,
    options: {
      secrets: readonly string[];
      signal: AbortSignal;
      onPartial: (partial: unknown) => void;
    },
  ) => Promise<Answer>;
  /** Shows what left last. */
  showLast: (() => void) | undefined;
  openSettings: () => void;
};
