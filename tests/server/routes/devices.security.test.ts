import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("hides other people's devices, and does not let them be named or let go", async () => {
  const ada = await ground.connect("ada@example.org");
  const bob = await ground.connect("bob@example.org");
  const path = `/v1/devices/${ada.deviceId}`;
  const headers = { ...bob.bearer, "content-type": "application/json" };
  const body = JSON.stringify({ name: "Taken" });
  expect((await ground.ask(path, { method: "PATCH", headers, body })).status).toBe(404);
  expect((await ground.ask(path, { method: "DELETE", headers })).status).toBe(404);
  const list = await (await ground.ask("/v1/devices", { headers })).json();
  expect(list.devices.map(({ id }: { id: string }) => id)).toEqual([bob.deviceId]);
  expect((await ground.ask("/v1/me", { headers: ada.bearer })).status).toBe(200);
});

it("a device that was let go cannot come back, not even to name itself", async () => {
  const { bearer, deviceId } = await ground.connect("gone@example.org");
  await ground.ask(`/v1/devices/${deviceId}`, { method: "DELETE", headers: bearer });
  for (const path of ["/v1/me", "/v1/devices", "/v1/workspaces"]) {
    const answer = await ground.ask(path, { headers: bearer });
    expect([answer.status, await codeOf(answer)]).toEqual([401, "device-revoked"]);
  }
});

it("never gives out what opens a door", async () => {
  const { bearer } = await ground.connect("list@example.org");
  const text = await (await ground.ask("/v1/devices", { headers: bearer })).text();
  expect(text).not.toMatch(/hash|token/i);
});
