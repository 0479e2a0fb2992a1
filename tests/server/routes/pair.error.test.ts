import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, openGround, ORIGIN, type Ground } from "../ground";

let ground: Ground;
let cookie: string;
let addresses = 0;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  cookie = await ground.signIn(`pairer${++addresses}@example.org`);
});

async function start() {
  const address = { "x-test-address": `203.0.113.${++addresses}` };
  const answer = await ground.post("/v1/pair/start", { device_name: "Browser" }, address);
  const { device_code, user_code } = await answer.json();
  const mine = { cookie, origin: ORIGIN };
  return {
    poll: async () =>
      (await (await ground.post("/v1/pair/poll", { device_code })).json()) as {
        error?: string;
        interval?: number;
        access_token?: string;
      },
    approve: () => ground.post("/v1/pair/approve", { user_code }, mine),
    deny: () => ground.post("/v1/pair/deny", { user_code }, mine),
  };
}

describe("a pairing", () => {
  it("that was refused says so to the device, and cannot be approved afterwards", async () => {
    const pairing = await start();
    expect((await pairing.deny()).status).toBe(200);
    expect(await pairing.poll()).toEqual({ error: "access_denied" });
    expect(await codeOf(await pairing.approve())).toBe("not-found");
  });

  it("is over after ten minutes, for the person and for the device", async () => {
    const pairing = await start();
    ground.clock.now += 600_000;
    expect(await codeOf(await pairing.approve())).toBe("not-found");
    expect(await pairing.poll()).toEqual({ error: "expired_token" });
  });

  it("approved too late to be fetched gives no token", async () => {
    const pairing = await start();
    await pairing.approve();
    ground.clock.now += 600_000;
    expect(await pairing.poll()).toEqual({ error: "expired_token" });
  });

  it("gives its token once", async () => {
    const pairing = await start();
    await pairing.approve();
    expect((await pairing.poll()).access_token).toBeDefined();
    expect(await pairing.poll()).toEqual({ error: "expired_token" });
  });

  it("fetched by two polls at once still gives one token", async () => {
    const pairing = await start();
    await pairing.approve();
    const polled = await Promise.all([pairing.poll(), pairing.poll(), pairing.poll()]);
    expect(polled.filter(({ access_token }) => access_token !== undefined)).toHaveLength(1);
  });

  it("asks a device that hurries to slow down, more each time", async () => {
    const pairing = await start();
    expect(await pairing.poll()).toEqual({ error: "authorization_pending" });
    expect(await pairing.poll()).toEqual({ error: "slow_down", interval: 7 });
    ground.clock.now += 3000;
    expect(await pairing.poll()).toEqual({ error: "slow_down", interval: 12 });
    ground.clock.now += 12_000;
    expect(await pairing.poll()).toEqual({ error: "authorization_pending" });
  });

  it.each([{}, { device_name: "" }, { device_name: "x".repeat(81) }, { device_name: 7 }])(
    "is not begun with %j",
    async (body) => {
      const answer = await ground.post("/v1/pair/start", body);
      expect([answer.status, await codeOf(answer)]).toEqual([400, "bad-request"]);
    },
  );
});
