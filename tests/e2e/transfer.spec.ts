import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { exportZip } from "@/tests/import/fixtures";
import { fillDatabase } from "@/tests/ui/fill";
import { seedId } from "@/tests/ui/seed";
import { expect, test } from "./harness";

type Given = { name: string; content: string | Buffer };

async function hand(desk: Page, { name, content }: Given): Promise<void> {
  const [chooser] = await Promise.all([
    desk.waitForEvent("filechooser"),
    desk.getByRole("button", { name: "Choose a file…" }).click(),
  ]);
  const buffer = Buffer.from(content);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer });
}

async function toPlace(desk: Page, place: string): Promise<void> {
  await desk.evaluate((hash) => {
    location.hash = hash;
  }, place);
}

const historyOf = (desk: Page) => desk.getByRole("region", { name: "Imports on this device" });

const zip = async (): Promise<Given> => {
  const { name, blob } = exportZip("en");
  return { name, content: Buffer.from(await blob.arrayBuffer()) };
};

test("LinkedIn's own export is looked at line by line, imported, found to say nothing new, and taken back in one step", async ({
  device,
}) => {
  const desk = await device.screen("desk.html#import");
  await hand(desk, await zip());
  await expect(desk.getByRole("heading", { name: "What this import would do" })).toBeVisible();
  await expect(desk.getByText("Nothing has been written yet.")).toBeVisible();
  await desk.getByRole("radio", { name: /^Left out/ }).check({ force: true });
  await expect(desk.getByText("A member without a name").first()).toBeVisible();
  expect(await device.rows("people")).toEqual([]);

  await desk.getByRole("button", { name: /^Make \d+ changes/ }).click();
  await expect(desk.getByRole("heading", { name: "The import is done" })).toBeVisible();
  const people = (await device.rows("people")).length;
  expect(people).toBeGreaterThan(3);
  expect((await device.rows("messages")).length).toBeGreaterThan(0);

  await desk.getByRole("button", { name: "Import another file" }).click();
  await hand(desk, await zip());
  await expect(desk.getByText("Your notebook already says all of this.")).toBeVisible();
  await desk.getByRole("button", { name: "Cancel" }).click();

  await toPlace(desk, "people");
  await expect(desk.getByRole("status").filter({ hasText: String(people) })).toBeVisible();
  await toPlace(desk, "import");
  await historyOf(desk).getByRole("button", { name: "Undo" }).click();
  await expect(desk.getByRole("heading", { name: "The import was taken back" })).toBeVisible();
  expect(await device.rows("people")).toEqual([]);
  expect(await device.rows("messages")).toEqual([]);
});

test("a table of one's own gets its columns named, is stopped half-way, and what was written is taken back", async ({
  device,
}) => {
  const lines = Array.from({ length: 12_000 }, (_, at) => `Ada ${at};Szymborek;Novelia;note ${at}`);
  const desk = await device.screen("desk.html#import");
  await hand(desk, {
    name: "people.csv",
    content: ["Vorname;Name;Firma;Bemerkung", ...lines, ";;;nobody"].join("\r\n"),
  });
  await expect(desk.getByRole("heading", { name: "Which column is what" })).toBeVisible();
  await desk.getByRole("button", { name: "Check before importing" }).click();
  await desk.getByRole("radio", { name: /^Left out/ }).check({ force: true });
  await expect(desk.getByText("No name").first()).toBeVisible();
  await desk.getByRole("button", { name: /^Make .* changes/ }).click();
  await expect(desk.getByText("Writing into your notebook…")).toBeVisible();
  await expect(desk.getByText(/^[1-9]\d? %$/)).toBeVisible();
  await desk.getByRole("button", { name: "Stop" }).click();
  await expect(desk.getByRole("heading", { name: "The import was stopped" })).toBeVisible();
  await expect(desk.getByText("What was written until then stands.")).toBeVisible();
  // What waits takes its place meanwhile: read in that order, each row is seen at least once.
  const waiting = await device.rows("_staged");
  const inPlace = await device.rows("people");
  expect(waiting.length + inPlace.length).toBeGreaterThan(0);
  await desk.getByRole("button", { name: "Undo the whole import" }).click();
  await expect(desk.getByRole("heading", { name: "The import was taken back" })).toBeVisible();
  expect(await device.rows("_staged")).toEqual([]);
  expect(await device.rows("people")).toEqual([]);
});

test("the whole notebook leaves as one file and comes back on another device; a backup kept here does too", async ({
  device,
  anotherDevice,
}) => {
  await device.capture(await device.open("/in/ilse-vantoren/?practice=all"));
  const desk = await device.screen("desk.html#export");
  const everything = desk.getByRole("listitem").filter({ hasText: "Everything (JSON)" });
  const [download] = await Promise.all([
    desk.waitForEvent("download"),
    everything.getByRole("button", { name: "Export" }).click(),
  ]);
  const content = readFileSync(await download.path());

  const other = await anotherDevice();
  const there = await other.screen("desk.html#import");
  await hand(there, { name: download.suggestedFilename(), content });
  await there.getByRole("button", { name: /^Make \d+ change/ }).click();
  await expect(there.getByRole("heading", { name: "The import is done" })).toBeVisible();
  const [mine] = await device.rows("people");
  expect(await other.rows("people")).toMatchObject([
    { id: mine!.id, fullName: mine!.fullName, experience: mine!["experience"] },
  ]);

  await toPlace(there, "export");
  await there.getByRole("button", { name: "Back up now" }).click();
  await expect(there.getByText("Backed up.")).toBeVisible();
  await toPlace(there, "import");
  await historyOf(there).getByRole("button", { name: "Undo" }).click();
  await expect(there.getByRole("heading", { name: "The import was taken back" })).toBeVisible();
  expect(await other.rows("people")).toEqual([]);
  await toPlace(there, "export");
  await there.getByRole("button", { name: "Bring back…" }).first().click();
  await there.getByRole("button", { name: /^Make \d+ change/ }).click();
  await expect(there.getByRole("heading", { name: "The import is done" })).toBeVisible();
  expect(await other.rows("people")).toMatchObject([{ fullName: mine!.fullName }]);
});

/** As a browser leaves it that has lost its data, or a hand that went wrong. */
const emptied = () =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open("rapport");
    opening.addEventListener("success", () => {
      const work = opening.result.transaction("people", "readwrite");
      work.objectStore("people").clear();
      work.addEventListener("complete", () => resolve());
      work.addEventListener("error", () => reject(new Error(work.error?.message)));
    });
  });

test("a notebook emptied after its backup has it back", async ({ device }) => {
  const desk = await device.screen("desk.html#export");
  const rows = ["Ada Quill", "Bo Nakamura", "Cy Ferns"].map((fullName, at) => ({
    id: seedId(at),
    fullName,
    createdAt: "2026-05-01T10:00:00.000Z",
    updatedAt: "2026-05-01T10:00:00.000Z",
  }));
  await fillDatabase(desk, { table: "people", rows });
  await desk.reload();
  await desk.getByRole("button", { name: "Back up now" }).click();
  await expect(desk.getByText("Backed up.")).toBeVisible();
  await desk.evaluate(emptied);
  await desk.reload();
  await expect(desk.getByText("There is nothing to export yet.")).toBeVisible();
  await desk.getByRole("button", { name: "Bring back…" }).first().click();
  await desk.getByRole("button", { name: /^Make 3 changes/ }).click();
  await expect(desk.getByRole("heading", { name: "The import is done" })).toBeVisible();
  expect(await device.rows("people")).toHaveLength(3);
});
