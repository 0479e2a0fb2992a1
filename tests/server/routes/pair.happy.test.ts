import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGround, ORIGIN, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

describe("pairing a device", () => {
  it("goes from a short code to a token that opens the person's own workspace", async () => {
    const started = await (await ground.post("/v1/pair/start", { device_name: "Firefox" })).json();
    expect(started).toMatchObject({
      verification_uri: `${ORIGIN}/pair`,
      verification_uri_complete: `${ORIGIN}/pair?code=${started.user_code}`,
      expires_in: 600,
      interval: 2,
    });
    expect(started.user_code).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);

    const poll = () => ground.post("/v1/pair/poll", { device_code: started.device_code });
    const waiting = await poll();
    expect([waiting.status, await waiting.json()]).toEqual([
      400,
      { error: "authorization_pending" },
    ]);

    const cookie = await ground.signIn("ada@example.org");
    const approved = await ground.post(
      "/v1/pair/approve",
      { user_code: started.user_code.toLowerCase().replace("-", " ") },
      { cookie, origin: ORIGIN },
    );
    expect(approved.status).toBe(200);

    ground.clock.now += 2000;
    const paired = await (await poll()).json();
    expect(paired).toMatchObject({
      token_type: "Bearer",
      user: { email: "ada@example.org" },
      workspaces: [{ kind: "personal", role: "owner" }],
    });
    const me = await ground.ask("/v1/me", {
      headers: { authorization: `Bearer ${paired.access_token}` },
    });
    expect(await me.json()).toMatchObject({ device: { id: paired.device_id, name: "Firefox" } });
  });

  it("leaves a trace of who let what in", async () => {
    const { deviceId, userId } = await ground.connect("trace@example.org", "Chromium");
    const [entries] = await ground.database.read([
      {
        sql: "select action, device_id, detail from audit_entry where user_id = ? order by at, id",
        args: [userId],
      },
    ]);
    expect(entries?.map(({ action }) => action)).toEqual(["user.created", "device.paired"]);
    expect(entries?.[1]).toMatchObject({ device_id: deviceId, detail: "Chromium" });
  });
});
