import type { Family } from "@/scripts/practice/switches";
import { personTruth } from "@/scripts/practice/truth";
import { expect, test, waitingPeople } from "./harness";

const ILSE = "/in/ilse-vantoren/";
const families: Family[] = ["sdui", "ember", "guest"];

for (const family of families) {
  test(`a profile of the ${family} family is stored, and shown in the panel at once and in the desk`, async ({
    device,
    network,
  }) => {
    const page = await device.open(`${ILSE}?practice=all&family=${family}`);
    const panel = await device.panel(page);

    const outcome = await device.capture(page);

    expect(outcome).toMatchObject({ status: "stored", stored: { outcome: "created" } });
    await expect(panel.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();
    const [person, ...others] = await device.rows("people");
    expect(others).toEqual([]);
    const { fullName, headline, location, company, position } = personTruth(
      network.people.find(({ slug }) => slug === "ilse-vantoren")!,
      family,
    );
    expect(person).toMatchObject({ fullName, headline, location, company, position });
    expect(person).toMatchObject({ experience: { length: 3 }, education: { length: 1 } });

    const desk = await device.screen("desk.html");
    await expect(desk.getByRole("row", { name: /Ilse Vantoren/ })).toBeVisible();
  });

  test(`a job of the ${family} family is stored and shown in the panel at once`, async ({
    device,
  }) => {
    const page = await device.open(`/jobs/view/4090100103/?family=${family}`);
    const panel = await device.panel(page);

    await device.capture(page);

    await expect(panel.getByRole("heading", { name: "Interoperability Engineer" })).toBeVisible();
    expect(await device.rows("jobs")).toMatchObject([
      { externalId: "4090100103", companyName: "Quillmoor Health" },
    ]);
  });
}

test("the job that is open is stored whole, and those of the list beside it by their rows", async ({
  device,
}) => {
  const page = await device.open("/jobs/search/?currentJobId=4090100109");
  expect(await device.capture(page)).toMatchObject({ status: "stored" });
  await expect.poll(async () => (await device.rows("jobs")).length).toBeGreaterThan(5);
  const jobs = await device.rows("jobs");
  const whole = jobs.filter(({ description }) => description !== undefined);
  expect(whole).toMatchObject([{ externalId: "4090100109", title: "Ledger Developer" }]);
});

test("a company's page and a conversation are stored from the panel", async ({ device }) => {
  const page = await device.open("/company/halvorre-systems/about/");
  expect(await device.capture(page)).toMatchObject({
    status: "stored",
    stored: { table: "companies", outcome: "created" },
  });
  const panel = await device.panel(page);
  await expect(panel.getByRole("heading", { name: "Halvorre Systems" })).toBeVisible();

  const talk = await device.open("/messaging/thread/ilse-vantoren/");
  const first = { status: "storedThread", stored: { counts: { created: 2, known: 0 } } };
  expect(await device.capture(talk)).toMatchObject(first);
  const again = { status: "storedThread", stored: { counts: { created: 0, known: 2 } } };
  expect(await device.capture(talk)).toMatchObject(again);
  const beside = await device.panel(talk);
  await expect(beside.getByRole("button", { name: "Ilse Vantoren" }).first()).toBeVisible();
});

test("what had not been scrolled to is said, and comes with the next capture", async ({
  device,
}) => {
  const page = await device.open(ILSE);
  const panel = await device.panel(page);

  await device.capture(page);
  await expect(panel.getByText(/Experience.*(scroll|loaded)/i).first()).toBeVisible();
  await expect.poll(() => device.badge(page)).not.toBe("");

  await page.bringToFront();
  await page.mouse.move(400, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 2_000);
    await expect(page.getByRole("heading", { name: "Languages" })).toBeVisible({ timeout: 200 });
  }).toPass();
  const again = await device.capture(page);

  expect(again).toMatchObject({
    status: "stored",
    stored: { outcome: "changed", sections: { experience: "present", languages: "present" } },
  });
  const people = await device.rows("people");
  expect(people).toHaveLength(1);
  expect(people[0]).toMatchObject({ experience: { length: 3 }, languages: { length: 2 } });
});

test("a second capture of the same page makes no second row and says that nothing changed", async ({
  device,
}) => {
  const page = await device.open(`${ILSE}?practice=all`);
  await device.capture(page);
  expect(await device.capture(page)).toMatchObject({ stored: { outcome: "unchanged" } });
  expect(await device.rows("people")).toHaveLength(1);
});

test("a link inside a link stands in the page as it was sent, and nobody else's name leaks in", async ({
  device,
}) => {
  const page = await device.open(`${ILSE}?practice=all`);
  expect(await page.locator("a a").count()).toBeGreaterThan(0);

  await device.capture(page);

  const kept = JSON.stringify(await device.rows("people"));
  const beside = await page.locator('[componentkey^="profileAside"] p').allTextContents();
  const names = beside.filter((_, i) => i % 3 === 0);
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) expect(kept).not.toContain(name);
});

test("the panel's own button captures, and a page of a megabyte is no different", async ({
  device,
}) => {
  const page = await device.open(`${ILSE}?practice=big`);
  const panel = await device.panel(page);
  await panel.getByRole("button", { name: "Save to notebook" }).click();
  await expect(panel.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();
  expect(await device.rows("people")).toHaveLength(1);
});

test("a worker killed after the capture loses nothing, and the next capture goes on", async ({
  device,
}) => {
  const page = await device.open(`${ILSE}?practice=all`);
  await device.capture(page);
  await device.killWorker();
  expect(await device.rows("people")).toHaveLength(1);
  expect(await waitingPeople(device)).toHaveLength(1);

  const other = await device.open("/in/femi-adelakunrin/?practice=all");
  expect(await device.capture(other)).toMatchObject({ status: "stored" });
  expect(await device.rows("people")).toHaveLength(2);
  expect(await waitingPeople(device)).toHaveLength(2);
});
