import { createAccount } from "@/scripts/account";
import { builtWord } from "@/scripts/built-words";
import { asks, openProxy, type Mood } from "@/tests/cloud/proxy";
import { patched } from "@/tests/server/push-body";
import { expect, test } from "./harness";
import { event, inStep, SOON, state, syncNow, write } from "./in-step";
import { joinDevice } from "./join-device";
import { pairPlainDevice } from "./plain-device";

const ILSE = "/in/ilse-vantoren/?practice=all";
const offline = builtWord("sync_offline");
const unreadable = builtWord("errors_serverUnreadable");

test.describe.configure({ timeout: 120_000 });

/** Without this a browser gives the extension nothing to read: whoever answers is no server of ours. */
const OURS = { "access-control-allow-origin": "*", "access-control-expose-headers": "retry-after" };
const from = (status: number, body = "", more: Record<string, string> = {}): Mood => ({
  status,
  body,
  headers: { ...OURS, ...more },
});

/** What becomes of every push for a while, and what the screen says of it. */
const MOODS: [Mood, string][] = [
  ["drop", offline],
  ["lost", offline],
  ["cut", offline],
  ["late", offline],
  ["html", offline],
  [{ status: 503 }, offline],
  [from(200, "<h1>Welcome to the hotel</h1>"), unreadable],
  [from(200, '{"hello":"stranger"}'), unreadable],
  [from(401, "<h1>Room number?</h1>"), unreadable],
  [from(409, "{}"), unreadable],
  [from(413), builtWord("errors_bodyTooLarge")],
  [from(429, "", { "retry-after": "60" }), builtWord("errors_rateLimited")],
  [from(503), builtWord("errors_serverError")],
  ["twice", builtWord("syncScreen_inStep")],
];

/** Where the worker dies: before the server has it, and with the answer on its way. */
const DEATHS = ["asked", "answered"] as const;

test("whatever the net does to a push, and wherever the worker dies, the screen says it and what was written arrives once", async ({
  device,
  api,
}) => {
  const proxy = await openProxy(api.url);
  const account = await createAccount(api.url, "Gil");
  await joinDevice(device, proxy.url, account);
  const page = await device.open(ILSE);
  await device.capture(page);
  const panel = await device.panel(page);
  const screen = await device.screen("desk.html#sync");
  await inStep(device, screen);

  for (const [mood, word] of MOODS) {
    const met = event();
    proxy.mood = (passing) => {
      if (!asks("push")(passing)) return "through";
      met.tell();
      return mood;
    };
    await write(device, panel, `Through ${JSON.stringify(mood)}`);
    await syncNow(screen);
    await met.come;
    await expect(state(screen), JSON.stringify(mood)).toContainText(word, SOON);
    proxy.mood = () => "through";
    await inStep(device, screen);
    await proxy.deliver();
  }

  const plain = await pairPlainDevice(api.url, account);
  const [row] = await device.rows("people");
  /** A push brings what a pull would have: what only pulls is woken by another device. */
  const causes = {
    push: (text: string) => write(device, panel, text),
    pull: async (text: string) => {
      await plain.push([patched(plain.cid, row!.id, { notes: text }, Date.now())]);
      await syncNow(screen);
    },
  };
  for (const call of ["push", "pull"] as const)
    for (const point of DEATHS) {
      const [met, dead] = [event(), event()];
      proxy.mood = async (passing): Promise<Mood> => {
        if (!asks(call)(passing)) return "through";
        met.tell();
        if (point === "answered") return { answerAfter: dead.come };
        await dead.come;
        return "drop";
      };
      const text = `Killed when the ${call} was ${point}`;
      await causes[call](text);
      await met.come;
      await device.killWorker();
      dead.tell();
      proxy.mood = () => "through";
      await inStep(device, screen);
      await expect.poll(async () => (await device.rows("people"))[0]?.["notes"], SOON).toBe(text);
    }

  // Two tabs ask at once, and send once; nobody is hindered meanwhile.
  const other = await device.screen("desk.html#sync");
  const answer = event();
  const asked = event();
  let pushes = 0;
  proxy.mood = (passing) => {
    if (!asks("push")(passing)) return "through";
    pushes++;
    asked.tell();
    return { answerAfter: answer.come };
  };
  await write(device, panel, "While it waits");
  await Promise.all([syncNow(screen), syncNow(other)]);
  await asked.come;
  await write(device, panel, "And goes on");
  expect(pushes).toBe(1);
  answer.tell();
  await inStep(device, other);

  // A connection that has gone silent is let go for a person who asks.
  const silent = event();
  proxy.mood = (passing) => {
    if (!asks("push")(passing)) return "through";
    proxy.mood = () => "through";
    silent.tell();
    return "silent";
  };
  await write(device, panel, "Into the silence");
  await silent.come;
  await inStep(device, screen);

  const [mine] = await device.rows("people");
  expect(mine?.["notes"]).toBe("Into the silence");
  expect(await plain.rows("people")).toMatchObject([
    { id: mine?.id, data: { notes: "Into the silence" } },
  ]);
  expect(await device.rows("_rejected")).toEqual([]);
  await proxy.close();
});
