import type { Price } from "./prices";
import { costOf } from "./prices";
import type { ProviderId, Question, Usage } from "./provider";

/** One call, as it was paid for. */
export type Call = {
  at: string;
  provider: ProviderId;
  model: string;
  task: string;
  /** As the provider counted; absent where it told nothing, as when a call was stopped. */
  usage?: Usage;
  /** US dollars; absent where usage or price is not known. */
  cost?: number;
  /** Where the cost is not known: it cannot have been more. */
  atMost?: number;
  ok: boolean;
};

/** The first instant of the month `now` is in, on this device's calendar. */
export function monthStart(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), 1).toISOString();
}

/** What the calls cost at most: an unknown cost counts in full, so that a limit holds. */
export function spentAtMost(calls: readonly Call[]): number {
  return calls.reduce((sum, { cost, atMost }) => sum + (cost ?? atMost ?? 0), 0);
}

/** The most a question can cost: no text has more tokens than UTF-16 units, and the answer has its limit. */
export function worstCase(question: Question, price: Price): number {
  const texts = [question.system, ...question.turns.map(({ text }) => text)];
  const schema = question.shape ? JSON.stringify(question.shape.schema).length : 0;
  const input = texts.reduce((sum, text) => sum + text.length, schema);
  return costOf({ input, output: question.maxTokens }, price) ?? 0;
}

export type Spending = {
  provider: ProviderId;
  model: string;
  task: string;
  calls: number;
  /** Tokens over the calls that told; absent where none did. */
  usage?: Usage;
  /** Sum of the known costs; absent where none is known. */
  cost?: number;
  /** Calls whose cost is not known. */
  unknown: number;
};

/** Calls by provider, model and task, the dearest first. */
export function spending(calls: readonly Call[]): Spending[] {
  const groups = new Map<string, Spending>();
  for (const { provider, model, task, usage, cost } of calls) {
    const key = `${provider}\n${model}\n${task}`;
    const before = groups.get(key) ?? { provider, model, task, calls: 0, unknown: 0 };
    groups.set(key, {
      ...before,
      calls: before.calls + 1,
      unknown: before.unknown + (cost === undefined ? 1 : 0),
      ...(usage && {
        usage: {
          input: (before.usage?.input ?? 0) + usage.input,
          output: (before.usage?.output ?? 0) + usage.output,
        },
      }),
      ...(cost !== undefined && { cost: (before.cost ?? 0) + cost }),
    });
  }
  return [...groups.values()].toSorted((a, b) => (b.cost ?? 0) - (a.cost ?? 0));
}
