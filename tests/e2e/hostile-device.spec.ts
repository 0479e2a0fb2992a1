import { createAccount } from "@/scripts/account";
import { builtWord } from "@/scripts/built-words";
import type { Device } from "@/scripts/device";
import { asks, openProxy } from "@/tests/cloud/proxy";
import { created, patched } from "@/tests/server/push-body";
import { copyExtension, setClock, withClock, withQuota } from "./extension-copy";
import { expect, test } from "./harness";
import { event, inStep, notes, SOON, state, syncNow, write } from "./in-step";
import { joinDevice } from "./join-device";
import { pairPlainDevice } from "./plain-device";
import { smallDisk } from "./small-disk";

const ILSE = "/in/ilse-vantoren/?practice=all";
const FEMI = "/in/femi-adelakunrin/?practice=all";
const DAY = 86_400_000;

test.describe.configure({ timeout: 120_000 });

test("a first sync cut off by a dead worker and a closed browser ends whole, with the newest in use meanwhile", async ({
  device,
  restarted,
  api,
}) => {
  const proxy = await openProxy(api.url);
  const account = await createAccount(api.url, "Jon");
  const plain = await pairPlainDevice(api.url, account);
  const people = Array.from({ length: 5200 }, (_, index) =>
    created(plain.cid, { fullName: `Person ${String(index).padStart(4, "0")}` }),
  );
  for (let from = 0; from < people.length; from += 1000) {
    await plain.push(people.slice(from, from + 1000));
  }

  let pages = 0;
  const [second, fourth] = [event(), event()];
  const dead = event();
  proxy.mood = (passing) => {
    if (!asks("snap")(passing)) return "through";
    pages++;
    if (pages === 2) second.tell();
    if (pages === 4) fourth.tell();
    return pages === 2 || pages === 4 ? { answerAfter: dead.come } : "through";
  };
  await joinDevice(device, proxy.url, account);
  await second.come;
  const screen = await device.screen("desk.html#sync");
  await expect(screen.getByRole("progressbar")).toBeVisible(SOON);
  // They wait in their page, and are counted and listed like all others.
  await expect(screen.getByRole("navigation").getByText("500", { exact: true })).toBeVisible(SOON);
  await device.killWorker();
  await syncNow(screen);
  await fourth.come;

  const again = await restarted(device);
  dead.tell();
  const desk = await again.screen("desk.html#sync");
  await inStep(again, desk);
  await expect.poll(() => again.rows("_staged"), SOON).toEqual([]);
  const rows = await again.rows("people");
  expect(new Set(rows.map(({ id }) => id)).size).toBe(people.length);
  expect(rows).toHaveLength(people.length);
  await proxy.close();
});

test("by a clock a day ahead or behind the later edit stands, whoever made it", async ({
  anotherDevice,
  api,
}) => {
  const copy = copyExtension(withClock(DAY));
  const device = await anotherDevice({ extension: copy.folder });
  const account = await createAccount(api.url, "Kim");
  await joinDevice(device, api.url, account);
  const page = await device.open(ILSE);
  await device.capture(page);
  const panel = await device.panel(page);
  const screen = await device.screen("desk.html#sync");
  await write(device, panel, "By a clock a day ahead");
  await inStep(device, screen);

  const plain = await pairPlainDevice(api.url, account);
  const [ilse] = await plain.rows("people");
  const notes = "Later, by the right one";
  await plain.push([patched(plain.cid, ilse!.id, { notes }, Date.now())]);
  await syncNow(screen);
  await expect.poll(() => device.rows("people"), SOON).toMatchObject([{ notes }]);
  await setClock([panel, ...device.context.serviceWorkers()], -DAY);
  await write(device, panel, "Later still, by a clock a day behind");
  await inStep(device, screen);
  expect(await plain.rows("people")).toMatchObject([
    { data: { notes: "Later still, by a clock a day behind" } },
  ]);
  copy.remove();
});

test("on a full disk nothing is lost or half written, every screen says so, and with room all of it goes on", async ({
  anotherDevice,
  api,
}) => {
  const copy = copyExtension(withQuota);
  const device = await anotherDevice({ extension: copy.folder });
  const disk = await smallDisk(device);
  const proxy = await openProxy(api.url);
  const account = await createAccount(api.url, "Lou");
  await joinDevice(device, proxy.url, account);
  const page = await device.open(ILSE);
  await device.capture(page);
  const panel = await device.panel(page);
  const screen = await device.screen("desk.html#sync");
  await inStep(device, screen);
  proxy.mood = () => "drop";
  await write(device, panel, "The last that found room");
  const plain = await pairPlainDevice(api.url, account);
  await plain.push([created(plain.cid, { fullName: "Bo From Elsewhere" })]);
  await disk.fill();
  const before = await notebook(device);
  expect(JSON.stringify(before[0])).toContain("The last that found room");

  proxy.mood = () => "through";
  await syncNow(screen);
  await expect(state(screen)).toContainText(builtWord("errors_noRoomToSync"), SOON);
  await notes(panel).fill("Typed on a full disk");
  await expect(panel.getByText(builtWord("errors_diskFull"))).toBeVisible(SOON);
  const next = await device.open(FEMI);
  expect(await device.capture(next)).toMatchObject({ error: { code: "disk-full" } });
  expect(await device.badge(next)).toBe("!");
  await panel.reload();
  await expect(notes(panel)).toHaveValue("Typed on a full disk");
  await expect(panel.getByText(builtWord("errors_diskFull"))).toBeVisible(SOON);
  expect(await notebook(device)).toEqual(before);

  await disk.makeRoom();
  await notes(panel).focus();
  await notes(panel).blur();
  await expect(panel.getByText(builtWord("notes_saved"), { exact: true })).toBeVisible(SOON);
  await device.capture(next);
  await inStep(device, screen);
  const people = await plain.rows("people");
  expect(people).toHaveLength(3);
  expect(new Set(people.map(({ data }) => data["fullName"]))).toEqual(
    new Set(["Bo From Elsewhere", "Femi Adelakunrin", "Ilse Vantoren"]),
  );
  expect(people.map(({ data }) => data["notes"])).toContain("Typed on a full disk");
  expect(await device.rows("people")).toHaveLength(3);
  await proxy.close();
  copy.remove();
});

/** All that a sync or a save would have changed. */
function notebook(device: Device) {
  return Promise.all(
    ["_outbox", "people", "_base", "_rejected"].map((table) => device.rows(table)),
  );
}
