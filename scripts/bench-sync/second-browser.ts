import type { Page } from "@playwright/test";
import { launchBrowser } from "../browser";
import type { Question } from "./elsewhere";

/** A browser beside the measured one, with the bench's page in it; the measured page asks it by `elsewhere`. */
export async function openSecondBrowser(profile: string, url: string, first: Page) {
  const context = await launchBrowser({ profile });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  await page.goto(url);
  await first.exposeFunction("elsewhere", (question: Question, given: unknown[]) =>
    page.evaluate(
      ([name, args]) =>
        (
          globalThis as unknown as {
            answers: Record<Question, (...args: unknown[]) => Promise<unknown>>;
          }
        ).answers[name](...args),
      [question, given] as [Question, unknown[]],
    ),
  );
  return context;
}
