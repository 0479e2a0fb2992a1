import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { created, pushOf } from "../push-body";
import { spaceOf } from "../space";
import { callsOf } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("a lost device still gives what it had not sent, gets nothing, and says when it is done", async () => {
  const laptop = await ground.connect("ada@example.org", "Laptop");
  const lost = await ground.connect("ada@example.org", "Phone");
  const here = callsOf(ground, laptop);
  const wipe = async () => {
    const { devices } = await (await here("GET", "/v1/devices")).json();
    return devices.find(({ id }: { id: string }) => id === lost.deviceId)?.wipe;
  };
  expect((await here("POST", `/v1/devices/${lost.deviceId}/wipe`)).status).toBe(200);
  expect(await wipe()).toEqual({ askedAt: expect.any(String) });

  const space = spaceOf(ground, lost);
  expect(
    (await space.push(pushOf(lost.cid, [created(lost.cid, { fullName: "Unsent" })]))).last,
  ).toBe(1);
  for (const answer of [
    await space.pullRaw("since=0"),
    await callsOf(ground, lost)("GET", "/v1/me"),
  ]) {
    expect([answer.status, await codeOf(answer)]).toEqual([401, "device-wipe"]);
  }
  const there = callsOf(ground, lost);
  for (let n = 0; n < 2; n++) {
    expect((await there("POST", "/v1/devices/wiped", { unsent: 3 })).status).toBe(200);
  }
  expect(await wipe()).toMatchObject({ doneAt: expect.any(String), unsent: 3 });
  expect(await codeOf(await there("GET", "/v1/me"))).toBe("device-revoked");
  expect((await spaceOf(ground, laptop).pull(0)).rows).toHaveLength(1);
});

it("is called off when the device was found before it called", async () => {
  const one = await ground.connect("found@example.org");
  const other = await ground.connect("found@example.org");
  const path = `/v1/devices/${other.deviceId}/wipe`;
  await callsOf(ground, one)("POST", path);
  expect((await callsOf(ground, one)("DELETE", path)).status).toBe(200);
  expect((await callsOf(ground, other)("GET", "/v1/me")).status).toBe(200);
});
