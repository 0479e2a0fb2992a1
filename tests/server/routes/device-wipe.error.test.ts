import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { callsOf } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("knows no device that is not there, and believes nobody it did not ask", async () => {
  const call = callsOf(ground, await ground.connect("ada@example.org"));
  expect((await call("POST", "/v1/devices/nothing/wipe")).status).toBe(404);
  expect((await call("DELETE", "/v1/devices/nothing/wipe")).status).toBe(404);
  expect((await call("POST", "/v1/devices/wiped", { unsent: 0 })).status).toBe(404);
  expect(await codeOf(await call("POST", "/v1/devices/wiped", { unsent: -1 }))).toBe("bad-request");
  expect((await call("GET", "/v1/me")).status).toBe(200);
});

it("reaches a device however long it slept", async () => {
  const lost = await ground.connect("sleeper@example.org");
  const cookie = { cookie: lost.cookie, origin: "https://rapport.example" };
  await ground.ask(`/v1/devices/${lost.deviceId}/wipe`, { method: "POST", headers: cookie });
  ground.clock.now += 200 * 86_400_000;
  expect(await codeOf(await callsOf(ground, lost)("GET", "/v1/me"))).toBe("device-wipe");
});
