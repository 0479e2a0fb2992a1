import type { Page } from "@playwright/test";
import type { Question } from "./elsewhere";

/** The one page asks the other, which is in another browser, by `elsewhere`. */
export async function askedFrom(first: Page, other: Page): Promise<void> {
  await first.exposeFunction("elsewhere", (question: Question, given: unknown[]) =>
    other.evaluate(
      ([name, args]) =>
        (
          globalThis as unknown as {
            answers: Record<Question, (...args: unknown[]) => Promise<unknown>>;
          }
        ).answers[name](...args),
      [question, given] as [Question, unknown[]],
    ),
  );
}
