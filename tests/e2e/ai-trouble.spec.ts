import { EventEmitter, once } from "node:events";
import type { Page } from "@playwright/test";
import type { Device } from "@/scripts/device";
import type { Behaviour } from "@/tests/ai/fakes/model";
import { startOpenAi, type FakeOpenAi } from "@/tests/ai/fakes/openai";
import { expect, test as base } from "./harness";

const test = base.extend<{ model: FakeOpenAi }>({
  model: async ({ playwright: _ }, use) => {
    const server = await startOpenAi("ollama");
    await use(server);
    await server.close();
  },
});

const MINE = "Hi Femi, how are the archives?";
const draftIn = (panel: Page) => panel.getByRole("textbox", { name: "Message" });

/** The panel with a draft, and a model on this machine to ask. */
async function writing(device: Device, { url }: FakeOpenAi): Promise<Page> {
  const options = await device.screen("options.html#ai");
  const card = options.getByRole("region", { name: "Own address" });
  await card.getByRole("button", { name: "Set up" }).click();
  await card.getByRole("textbox", { name: "Address", exact: true }).fill(`${url}/v1`);
  await card.getByRole("button", { name: "Check and keep" }).click();
  await expect(card.getByText("In use")).toBeVisible();
  await options.close();
  const page = await device.open("/in/femi-adelakunrin/?practice=all");
  await device.capture(page);
  const panel = await device.panel(page);
  await panel.bringToFront();
  await panel.getByRole("button", { name: "Write" }).waitFor();
  await panel.keyboard.press("m");
  await draftIn(panel).fill(MINE);
  return panel;
}

const times = (length: number, make: () => Behaviour) => Array.from({ length }, make);
const malformed: Behaviour = { do: "say", text: "Certainly! Here is your message." };

const TROUBLES: [string, Behaviour[], string][] = [
  ["a wrong key", [{ do: "fail", status: 401 }], "The provider refused the key"],
  [
    "an exhausted key",
    [{ do: "fail", status: 429, code: "insufficient_quota" }],
    "has no credit left",
  ],
  [
    "a provider that is down",
    times(3, () => ({ do: "fail", status: 503 })),
    "has a problem of its own",
  ],
  // A browser asks once more by itself where a line breaks that it has used before.
  ["a line that breaks", times(6, () => ({ do: "hangUp" })), "cannot be reached"],
  ["an answer out of form", [malformed, malformed], "not in the form asked for"],
  [
    "too long a text",
    [{ do: "fail", status: 400, code: "context_length_exceeded" }],
    "more text than the model can take",
  ],
  ["a refusal", [{ do: "refuse" }], "declined to write this"],
  [
    "half an answer",
    [{ do: "cutOff", text: '{"subject": null, "text": "Half' }],
    "ended before its end",
  ],
];

test("whatever goes wrong with an AI is said in a sentence, and the draft stands as it was", async ({
  device,
  model,
}) => {
  const panel = await writing(device, model);
  for (const [name, behaviours, sentence] of TROUBLES) {
    await test.step(name, async () => {
      model.model.next.push(...behaviours);
      await panel.getByRole("button", { name: "Warmer" }).click();
      await expect(panel.getByRole("alert")).toContainText(sentence);
      await expect(panel.getByRole("alert")).toContainText("the draft is kept");
      await expect(draftIn(panel)).toHaveValue(MINE);
      model.model.next.length = 0;
      await panel.getByRole("alert").getByRole("button", { name: "Close" }).click();
    });
  }

  // The first words are shown while the rest has not come; Stop leaves all as it was.
  model.model.next.push({ do: "stall", text: '{"subject": null, "text": "Dear Femi, the arch' });
  await panel.getByRole("button", { name: "Warmer" }).click();
  await expect(panel.getByText("Dear Femi, the arch")).toBeVisible();
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(panel.getByRole("button", { name: "Warmer" })).toBeVisible();
  await expect(draftIn(panel)).toHaveValue(MINE);
});

test("what was written while the AI thought is kept, and its answer is offered beside it", async ({
  device,
  model,
}) => {
  const panel = await writing(device, model);
  const thinking = new EventEmitter();
  const after = once(thinking, "done");
  const text = JSON.stringify({ subject: null, text: "Dear Femi, how fare the archives?" });
  model.model.next.push({ do: "say", text, after });
  await panel.getByRole("button", { name: "Warmer" }).click();
  await expect(panel.getByRole("button", { name: "Stop" })).toBeVisible();
  await draftIn(panel).fill(`${MINE} And the readers?`);
  thinking.emit("done");
  await expect(panel.getByText("Dear Femi, how fare the archives?")).toBeVisible();
  await expect(draftIn(panel)).toHaveValue(`${MINE} And the readers?`);
});
