import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { startServer } from "@/server/node";
import { createAccount } from "./account";
import { builtExtension } from "./browser";
import { connectDevice } from "./connect-device";
import { openDevice } from "./device";
import { startPractice } from "./practice/network";
import { root } from "./set-up.mjs";

const FOLDER = join(root, ".data", "once");
const PERSON = { slug: "ilse-vantoren", name: "Ilse Vantoren" };
const NOTE = "Met at the harbour fair; asks about alarms. Write in spring.";
const PATIENCE = { timeout: 20_000 };

type Line = { step: string; result: string; ms: number };

/**
 * The main job from end to end without a window: a profile is captured on one device, stored, shown and sent;
 * a second device of the same person shows it; a note written there comes back. Says a table, and gives the exit code.
 */
export async function runMainJob(say: (line: string) => void): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const lines: Line[] = [];
  let doing = "Starting";
  const step = async (name: string, work: () => Promise<string>) => {
    doing = name;
    const began = performance.now();
    const result = await work();
    const ms = performance.now() - began;
    lines.push({ step: name, result, ms });
    say(`  ${name}: ${result}`);
  };
  const closing: (() => Promise<unknown>)[] = [];
  try {
    await everyStep(step, closing);
    say(`\n${table(lines)}\n\nThe whole main job went through.`);
    return 0;
  } catch (error) {
    if (lines.length > 0) say(`\n${table(lines)}`);
    say(`\nStopped at “${doing}”: ${(error as Error).message}`);
    return 1;
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

async function everyStep(
  step: (name: string, work: () => Promise<string>) => Promise<void>,
  closing: (() => Promise<unknown>)[],
): Promise<void> {
  const api = await startServer({ port: 0, dataDir: FOLDER, log: () => {} });
  closing.push(() => api.stop());
  const network = await startPractice();
  closing.push(() => network.stop());
  const account = await createAccount(api.url, "Ada Practice");
  const open = async (name: string) => {
    const device = await openDevice({
      extension: builtExtension(root),
      profile: join(FOLDER, name),
      flags: network.browserFlags,
    });
    closing.push(() => device.close());
    return device;
  };

  const first = await open("first");
  const page = await first.open(`/in/${PERSON.slug}/?practice=all`);
  const panel = await first.panel(page);
  await page.bringToFront();
  await step("Captured", async () => {
    const outcome = await first.capture(page);
    if (outcome.status !== "stored")
      throw new Error(`The page was not stored (${outcome.status}).`);
    const sections = Object.values(outcome.stored.sections).filter((state) => state === "present");
    return `${PERSON.name}, ${sections.length} sections`;
  });
  await step("Shown", async () => {
    await expect(panel.getByRole("heading", { name: PERSON.name })).toBeVisible(PATIENCE);
    return "in the panel beside the page";
  });
  await step("Stored", async () => {
    const [person] = await first.rows("people");
    return `${Object.keys(person ?? {}).length} fields in IndexedDB, ${(await first.rows("_outbox")).length} action waiting`;
  });
  await step("Connected", async () => {
    await connectDevice(first, api.url, account);
    return `the first device, as ${account.email}`;
  });
  await step("Sent", async () => {
    await expect.poll(() => first.rows("_outbox"), PATIENCE).toHaveLength(0);
    const query = { sql: "select tbl from rows", args: [] };
    const [rows] = await api.database.read([query]);
    if (!rows?.some((row) => row["tbl"] === "people")) throw new Error("The server has no person.");
    return `rows on the server: ${rows.length}, nothing waiting`;
  });

  const second = await open("second");
  await step("Connected", async () => {
    await connectDevice(second, api.url, account);
    return "a second browser profile, as the same person";
  });
  const elsewhere = await second.open(`/in/${PERSON.slug}/?practice=all`);
  const secondPanel = await second.panel(elsewhere);
  await step("Arrived", async () => {
    await expect(secondPanel.getByRole("heading", { name: PERSON.name })).toBeVisible(PATIENCE);
    return "the second device's panel shows the person";
  });
  await step("Note written", async () => {
    await secondPanel.getByRole("textbox", { name: "Notes" }).fill(NOTE);
    await expect.poll(async () => (await second.rows("people"))[0]?.["notes"], PATIENCE).toBe(NOTE);
    return "on the second device";
  });
  await step("Note back", async () => {
    await expect.poll(() => second.rows("_outbox"), PATIENCE).toHaveLength(0);
    await panel.reload();
    await expect(panel.getByRole("textbox", { name: "Notes" })).toHaveValue(NOTE, PATIENCE);
    return "the first device's panel shows it";
  });
}

function table(lines: Line[]): string {
  const widest = (pick: (line: Line) => string) =>
    Math.max(...lines.map((line) => pick(line).length));
  const steps = widest(({ step }) => step);
  const results = widest(({ result }) => result);
  return lines
    .map(
      ({ step, result, ms }) =>
        `${step.padEnd(steps)}  ${result.padEnd(results)}  ${ms.toFixed(0).padStart(6)} ms`,
    )
    .join("\n");
}
