import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { startOpenAi } from "@/tests/ai/fakes/openai";
import { fillDatabase } from "@/tests/ui/fill";
import { seedPeople } from "@/tests/ui/seed";
import { medianOf, onBenchDevice } from "./bench-device";
import type { Device } from "./device";
import { round, type Measure } from "./measure";

const MANY = 2_000;
const TIMES = 7;
/** An opening swings more than a press: the browser makes a process for it. */
const OPENINGS = 25;

/** Writing in a real Chromium: how soon a filled draft stands there, and how soon what an AI says is seen. */
export async function benchWriting(): Promise<Measure[]> {
  return onBenchDevice(async ({ device }) => {
    const filled = await device.screen("sidepanel.html");
    const people = seedPeople(MANY);
    await fillDatabase(filled, { table: "people", rows: people });
    const personId = people[0]!.id;
    // A page of the extension that stays open would share its thread with the one that is measured.
    await filled.close();
    const [first = Number.NaN, , ...opened] = await openToDraft(device, personId);
    const panel = await device.screen("sidepanel.html");
    // A compiler that keeps the names of functions calls a helper that is not in the page.
    await panel.addInitScript({ content: "globalThis.__name = (named) => named" });
    const keyed = await keyToDraft(panel, personId);
    const token = await firstToken(device, panel, personId);
    return [
      medianOf("panel opened to filled draft", opened, 100),
      {
        name: "the same for the first time, nothing compiled yet",
        value: round(first),
        unit: "ms",
        target: 300,
      },
      medianOf("key to filled draft in the open panel", keyed, 100),
      medianOf("an AI's first words: from their arrival to the screen", token, 100),
    ];
  });
}

const draftIn = (panel: Page) => panel.getByRole("textbox", { name: "Message" });

/** A panel that was closed, opened on writing to somebody: from the start of its loading until the text is in its box. */
async function openToDraft(device: Device, personId: string): Promise<number[]> {
  const times: number[] = [];
  // The browser keeps what it compiled at the second opening: from the third on it is as a person has it.
  for (let at = 0; at < OPENINGS; at++) {
    const panel = await device.context.newPage();
    await panel.addInitScript(noteFilledDraft);
    await panel.goto(`chrome-extension://${device.extensionId}/sidepanel.html#write/${personId}`);
    const filled = panel.locator("html[data-filled-after]");
    await filled.waitFor();
    times.push(Number(await filled.getAttribute("data-filled-after")));
    // What it fetches for later would else still be under way when the next one opens.
    await panel.waitForLoadState("networkidle");
    await panel.close();
  }
  return times;
}

/** Runs in the panel before anything else does. */
function noteFilledDraft(): void {
  const watch = new MutationObserver(() => {
    const box = document.querySelector("textarea[aria-keyshortcuts=e]");
    if (!(box instanceof HTMLTextAreaElement) || box.value === "") return;
    watch.disconnect();
    document.documentElement.dataset["filledAfter"] = String(performance.now());
  });
  watch.observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}

/** In the panel's own time, from the press until the text is in its box. */
async function keyToDraft(panel: Page, personId: string): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < TIMES; at++) {
    await panel.goto(`${panel.url().split("#")[0]}#people/${personId}`);
    await panel.reload();
    await panel.getByRole("button", { name: "Write" }).waitFor();
    // The panel fetches what writing needs as soon as it is idle; one looks at a person longer than that.
    await panel.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await panel.waitForLoadState("networkidle");
    times.push(
      await panel.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            const look = () => {
              const box = document.querySelector("textarea[aria-keyshortcuts=e]");
              if (!(box instanceof HTMLTextAreaElement) || box.value === "")
                return requestAnimationFrame(look);
              return resolve(performance.now() - start);
            };
            dispatchEvent(new KeyboardEvent("keydown", { key: "m" }));
            look();
          }),
      ),
    );
  }
  return times;
}

/** From the first bytes of the answer in the page to the first of its words on the screen. */
async function firstToken(device: Device, panel: Page, personId: string): Promise<number[]> {
  const server = await startOpenAi("ollama");
  try {
    const options = await device.screen("options.html#ai");
    const card = options.getByRole("region", { name: "Own address" });
    await card.getByRole("button", { name: "Set up" }).click();
    await card
      .getByRole("textbox", { name: "Address", exact: true })
      .fill(`${server.url.replace("127.0.0.1", "ai.localhost")}/v1`);
    await card.getByRole("button", { name: "Check and keep" }).click();
    await card.getByText("In use").waitFor();

    await panel.goto(`${panel.url().split("#")[0]}#write/${personId}`);
    await panel.reload();
    await draftIn(panel).waitFor();
    await panel.evaluate(watchAnswer);
    const times: number[] = [];
    for (let at = 0; at < TIMES; at++) {
      const words = `Zephyrine ${at}`;
      server.model.next.push({ do: "stall", text: `{"subject": null, "text": "${words}` });
      await panel.evaluate((text) => {
        Object.assign(globalThis, { wanted: text });
      }, words);
      await panel.getByRole("button", { name: "Warmer" }).click();
      if (at === 0) await panel.getByRole("button", { name: "Agree" }).click();
      await panel.getByText(words).first().waitFor();
      times.push(await panel.evaluate(() => (globalThis as unknown as Watched).shown()));
      await panel.getByRole("button", { name: "Stop" }).click();
    }
    return times;
  } finally {
    await server.close();
  }
}

type Watched = { wanted: string; shown: () => number };

/** Runs in the panel: notes when an answer's first bytes are there, and when its words are. */
function watchAnswer(): void {
  let arrived = 0;
  let seen = 0;
  const watched = globalThis as unknown as Watched & typeof globalThis;
  const real = watched.fetch.bind(watched);
  watched.fetch = async (...asked) => {
    const response = await real(...asked);
    if (!response.body) return response;
    const [read, watch] = response.body.tee();
    const reader = watch.getReader();
    const wait = async (): Promise<void> => {
      const { done, value } = await reader.read();
      if (done) return;
      if (new TextDecoder().decode(value).includes("content")) arrived = performance.now();
      else await wait();
    };
    void wait();
    const { status, headers } = response;
    return new Response(read, { status, headers });
  };
  new MutationObserver(() => {
    if (document.body.textContent.includes(watched.wanted)) seen ||= performance.now();
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  Object.assign(watched, {
    shown: () => {
      const took = seen - arrived;
      seen = 0;
      return took;
    },
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await benchWriting());
}
