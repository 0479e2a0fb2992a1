import type { Page } from "@playwright/test";
import { createAccount } from "@/scripts/account";
import { builtWord } from "@/scripts/built-words";
import { connectDevice } from "@/scripts/connect-device";
import type { Device } from "@/scripts/device";
import { expect, test, waitingPeople } from "./harness";
import { joinDevice } from "./join-device";

const ILSE = "/in/ilse-vantoren/?practice=all";
const FEMI = "/in/femi-adelakunrin/?practice=all";

// Two browsers, and a device asks only every few seconds whether it was approved.
test.describe.configure({ timeout: 120_000 });

test("a person captured on one device stands on the other, and a note written there comes back", async ({
  anotherDevice,
  api,
}) => {
  const account = await createAccount(api.url, "Ada");
  const [here, there] = [await anotherDevice(), await anotherDevice()];
  await connectDevice(here, api.url, account);
  await connectDevice(there, api.url, account);

  const page = await here.open(ILSE);
  await here.capture(page);
  await sent(here);
  const elsewhere = await there.open(ILSE);
  const panelThere = await there.panel(elsewhere);
  await expect(panelThere.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();

  await notes(panelThere).fill("Write in spring");
  await expect.poll(() => noteOn(there)).toBe("Write in spring");
  await sent(there);
  const panelHere = await here.panel(page);
  await expect(notes(panelHere)).toHaveValue("Write in spring");
  await alike(here, there);
});

test("what both devices wrote while apart is on both after they meet", async ({
  anotherDevice,
  api,
}) => {
  const account = await createAccount(api.url, "Bea");
  const [here, there] = [await anotherDevice(), await anotherDevice()];
  const [pageHere, pageThere] = [await here.open(ILSE), await there.open(FEMI)];
  await here.capture(pageHere);
  await there.capture(pageThere);

  await joinDevice(here, api.url, account);
  await joinDevice(there, api.url, account);
  await here.screen("sidepanel.html");
  await there.screen("sidepanel.html");

  for (const device of [here, there]) {
    await expect.poll(() => names(device)).toEqual(["Femi Adelakunrin", "Ilse Vantoren"]);
  }
  await alike(here, there);
});

test("a worker killed between the capture and the sync: the capture still arrives", async ({
  anotherDevice,
  ownApi,
}) => {
  const api = await ownApi();
  const account = await createAccount(api.url, "Cyd");
  const [here, there] = [await anotherDevice(), await anotherDevice()];
  await joinDevice(here, api.url, account);
  await joinDevice(there, api.url, account);

  const page = await here.open(ILSE);
  await api.stop();
  await here.capture(page);
  await here.killWorker();
  expect(await waitingPeople(here)).toHaveLength(1);

  await ownApi(Number(new URL(api.url).port));
  await here.screen("sidepanel.html");
  await sent(here);
  await there.screen("sidepanel.html");
  await expect.poll(() => names(there)).toEqual(["Ilse Vantoren"]);
});

test("signing out leaves on the device what was there, and a new capture waits for the next sign-in", async ({
  device,
  api,
}) => {
  const account = await createAccount(api.url, "Dov");
  await joinDevice(device, api.url, account);
  const page = await device.open(ILSE);
  await device.capture(page);
  await linked(device);
  await sent(device);
  const before = await essence(device);

  const settings = await device.screen("options.html");
  const signOut = builtWord("account_signOut");
  await settings.getByRole("button", { name: signOut }).click();
  await settings.getByRole("dialog").getByRole("button", { name: signOut }).click();
  await expect(settings.getByRole("button", { name: builtWord("account_connect") })).toBeVisible();

  expect(await essence(device)).toEqual(before);
  const panel = await device.panel(page);
  await expect(panel.getByRole("heading", { name: "Ilse Vantoren" })).toBeVisible();
  await device.capture(await device.open(FEMI));
  expect(await waitingPeople(device)).toHaveLength(1);

  await settings.close();
  await connectDevice(device, api.url, account);
  await sent(device);
  expect(await names(device)).toEqual(["Femi Adelakunrin", "Ilse Vantoren"]);
});

test("a device signed out from elsewhere says so, keeps everything, and goes on after a new sign-in", async ({
  device,
  api,
}) => {
  const account = await createAccount(api.url, "Eve");
  await joinDevice(device, api.url, account);
  const page = await device.open(ILSE);
  await device.capture(page);
  await sent(device);

  const { devices } = (await (await account.ask("/v1/devices")).json()) as {
    devices: { id: string }[];
  };
  for (const { id } of devices) await account.ask(`/v1/devices/${id}`, { method: "DELETE" });
  const femi = await device.open(FEMI);
  await device.capture(femi);

  const panel = await device.panel(femi);
  const why = builtWord("errors_deviceRevoked");
  await expect(panel.getByRole("button", { name: why })).toBeVisible();
  const settings = await device.screen("options.html");
  await expect(settings.getByText(why)).toBeVisible();
  expect(await names(device)).toEqual(["Femi Adelakunrin", "Ilse Vantoren"]);
  await settings.close();

  await connectDevice(device, api.url, account);
  await sent(device);
  expect(await names(device)).toEqual(["Femi Adelakunrin", "Ilse Vantoren"]);
});

function notes(panel: Page) {
  return panel.getByRole("textbox", { name: builtWord("notes_label") });
}

async function sent(device: Device): Promise<void> {
  await expect.poll(() => device.rows("_outbox"), { timeout: 20_000 }).toHaveLength(0);
}

/** A moment after a capture, a person is linked with the company they work at. */
async function linked(device: Device): Promise<void> {
  await expect
    .poll(async () => (await device.rows("people")).every(({ employerId }) => employerId))
    .toBe(true);
}

async function names(device: Device): Promise<string[]> {
  const people = await device.rows("people");
  return people.map((person) => String(person["fullName"])).toSorted((a, b) => a.localeCompare(b));
}

async function noteOn(device: Device): Promise<unknown> {
  return (await device.rows("people"))[0]?.["notes"];
}

/** Both may still be at it: each links those it has with their companies, and sends that too. */
async function alike(here: Device, there: Device): Promise<void> {
  await expect(async () => expect(await essence(here)).toEqual(await essence(there))).toPass({
    timeout: 20_000,
  });
}

/** The people as a person would compare them: without what each device keeps for its own sync. */
async function essence(device: Device): Promise<unknown[]> {
  const people = await device.rows("people");
  return people
    .map((person) => {
      const { _sync, ...seen } = person;
      return seen;
    })
    .toSorted((a, b) => a.id.localeCompare(b.id));
}
