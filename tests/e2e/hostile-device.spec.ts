import { createAccount } from "@/scripts/account";
import { connectDevice } from "@/scripts/connect-device";
import { asks, openProxy } from "@/tests/cloud/proxy";
import { created, patched } from "@/tests/server/push-body";
import { copyExtension, setClock, withClock } from "./extension-copy";
import { expect, test } from "./harness";
import { event, inStep, SOON, syncNow, write } from "./in-step";
import { pairPlainDevice } from "./plain-device";

const ILSE = "/in/ilse-vantoren/?practice=all";
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
  await connectDevice(device, proxy.url, account);
  await second.come;
  const screen = await device.screen("desk.html#sync");
  await expect(screen.getByRole("progressbar")).toBeVisible(SOON);
  expect(await device.rows("people")).toHaveLength(500);
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
  await connectDevice(device, api.url, account);
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
