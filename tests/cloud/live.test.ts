import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "@/lib/cloud/live";
import { save } from "@/lib/data/save";
import { openGround, type Ground } from "./ground";

type Heard = "open" | "message" | "close" | "error";

function nothing(): void {}

/** A socket in the test's hand, and the timers of who listens. */
function fake() {
  const made: {
    url: string;
    protocols: string[];
    said: string[];
    closed: number;
    on: Record<Heard, (event: { data?: unknown }) => void>;
  }[] = [];
  const timers: { work: () => void; ms: number }[] = [];
  const hints: number[] = [];
  const stop = listen({
    session: { server: "https://rapport.example", token: "t0ken" },
    workspaceId: "w",
    onHint: (seq) => hints.push(seq),
    random: () => 1,
    later(work, ms) {
      const timer = { work, ms };
      timers.push(timer);
      return () => {
        const place = timers.indexOf(timer);
        if (place >= 0) timers.splice(place, 1);
      };
    },
    connect(url, protocols) {
      const on = { open: nothing, message: nothing, close: nothing, error: nothing } as never;
      const one = { url, protocols, said: [] as string[], closed: 0, on };
      made.push(one);
      return {
        send: (text) => one.said.push(text),
        close: () => void one.closed++,
        addEventListener: (name, hear) => Object.assign(on, { [name]: hear }),
      };
    },
  });
  const due = (ms: number) => timers.find((one) => one.ms === ms);
  return { made, timers, hints, stop, due };
}

describe("who listens", () => {
  it("LIV-1 names its token as a protocol, and passes on numbers alone", () => {
    const { made, hints } = fake();
    expect(made[0]).toMatchObject({
      url: "wss://rapport.example/v1/w/w/live",
      protocols: ["rapport.live", "bearer.t0ken"],
    });
    for (const data of ['{"seq":7}', "pong", "<html>", "{broken", '{"seq":"8"}', new Blob()]) {
      made[0]!.on.message({ data });
    }
    expect(hints).toEqual([7]);
  });

  it("LIV-2 pings, takes silence for the end, and comes back after waits that grow", () => {
    const { made, due } = fake();
    made[0]!.on.open({});
    due(20_000)!.work();
    expect(made[0]!.said).toEqual(["ping"]);
    due(45_000)!.work();
    expect(made[0]!.closed).toBe(1);
    due(1000)!.work();
    made[1]!.on.close({});
    made[1]!.on.error({});
    due(2000)!.work();
    made[2]!.on.message({ data: '{"seq":1}' });
    made[2]!.on.close({});
    expect(due(1000)).toBeDefined();
    expect(made).toHaveLength(3);
  });

  it("LIV-2 is quiet once it is told to stop", () => {
    const { made, timers, stop } = fake();
    made[0]!.on.open({});
    stop();
    made[0]!.on.close({});
    expect(timers).toEqual([]);
    expect(made).toHaveLength(1);
  });
});

describe("two open devices", () => {
  let ground: Ground;
  beforeAll(async () => {
    ground = await openGround();
  });
  afterAll(() => ground.close());

  it("LIV-3 show each other's change, and a hint of what is here wakes nobody", async () => {
    const a = await ground.newDevice("live@example.org");
    const b = await ground.newDevice("live@example.org");
    await save(a.db, [{ table: "people", fields: { fullName: "Before" } }]);
    await a.loop.syncOnce();
    await b.loop.syncOnce();

    const session = (await b.session.currentSession())!;
    let arrived: (() => void) | undefined;
    const seen: number[] = [];
    const stop = listen({
      session: { ...session, server: ground.server.url },
      workspaceId: session.workspaceId,
      onHint(seq) {
        seen.push(seq);
        void b.loop.wake("hint", seq).then(async () => {
          const names = await b.db.people.toArray();
          if (names.some(({ fullName }) => fullName === "After")) arrived?.();
        });
      },
    });
    const shown = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    ground.proxy.seen.length = 0;
    await save(a.db, [{ table: "people", fields: { fullName: "After" } }]);
    await a.loop.syncOnce();
    await shown;
    await b.loop.wake("hint", seen.at(-1));
    const pulls = ground.proxy.seen.filter(({ path }) => path.includes("/pull"));
    expect(pulls.length).toBeLessThanOrEqual(3);
    stop();
  });
});
