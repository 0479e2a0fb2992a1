import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, openGround, ORIGIN, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const start = async () =>
  (await (await ground.post("/v1/pair/start", { device_name: "Browser" })).json()) as {
    user_code: string;
    device_code: string;
  };

describe("a short code", () => {
  it("cannot be tried out: after 20 wrong ones a person waits, even with the right one", async () => {
    const { user_code } = await start();
    const mine = { cookie: await ground.signIn("guesser@example.org"), origin: ORIGIN };
    for (let guess = 0; guess < 20; guess++) {
      const answer = await ground.post("/v1/pair/approve", { user_code: "BBBB-BBBB" }, mine);
      expect(answer.status).toBe(404);
    }
    const answer = await ground.post("/v1/pair/approve", { user_code }, mine);
    expect([answer.status, await codeOf(answer)]).toEqual([429, "too-many"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(500);
  });

  it("is of no use without a session, nor with one from another site", async () => {
    const { user_code } = await start();
    const nobody = await ground.post("/v1/pair/approve", { user_code }, { origin: ORIGIN });
    expect(nobody.status).toBe(401);
    const cookie = await ground.signIn("victim@example.org");
    const forged = await ground.post(
      "/v1/pair/approve",
      { user_code },
      { cookie, origin: "https://elsewhere.example" },
    );
    expect(forged.status).toBe(403);
    const silent = await ground.post("/v1/pair/approve", { user_code }, { cookie });
    expect(silent.status).toBe(403);
  });

  it("cannot be approved by a device: only a person who looks at it can", async () => {
    const { user_code } = await start();
    const { bearer } = await ground.connect("device@example.org");
    const answer = await ground.post(
      "/v1/pair/approve",
      { user_code },
      { ...bearer, origin: ORIGIN },
    );
    expect(answer.status).toBe(401);
  });

  it("does not open the poll: that takes the device's own long code", async () => {
    const { user_code } = await start();
    const answer = await ground.post("/v1/pair/poll", { device_code: user_code });
    expect(await answer.json()).toEqual({ error: "expired_token" });
  });
});

describe("pairings", () => {
  it("cannot be begun without end from one address", async () => {
    const address = { "x-test-address": "203.0.113.99" };
    const statuses = new Set<number>();
    for (let attempt = 0; attempt < 31; attempt++) {
      statuses.add((await ground.post("/v1/pair/start", { device_name: "B" }, address)).status);
    }
    expect([...statuses]).toEqual([200, 429]);
  });

  it("keep no secret as it is", async () => {
    const { device_code } = await start();
    const [rows] = await ground.database.read([{ sql: "select * from pairing", args: [] }]);
    expect(JSON.stringify(rows)).not.toContain(device_code);
  });
});
