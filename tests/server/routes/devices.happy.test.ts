import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("lists a person's devices, names one anew and lets one go", async () => {
  const laptop = await ground.connect("ada@example.org", "Laptop");
  const phone = await ground.connect("ada@example.org", "Phone");
  const list = async () => {
    const answer = await ground.ask("/v1/devices", { headers: laptop.bearer });
    return (await answer.json()).devices as { id: string; name: string; current: boolean }[];
  };
  expect((await list()).map(({ name, current }) => `${name} ${current}`).sort()).toEqual([
    "Laptop true",
    "Phone false",
  ]);

  await ground.ask(`/v1/devices/${phone.deviceId}`, {
    method: "PATCH",
    headers: { ...laptop.bearer, "content-type": "application/json" },
    body: JSON.stringify({ name: "  Old phone " }),
  });
  expect((await list()).map(({ name }) => name).sort()).toEqual(["Laptop", "Old phone"]);

  const path = `/v1/devices/${phone.deviceId}`;
  const gone = () => ground.ask(path, { method: "DELETE", headers: laptop.bearer });
  expect((await gone()).status).toBe(200);
  expect((await gone()).status).toBe(200);
  expect((await list()).map(({ name }) => name)).toEqual(["Laptop"]);
});

it("notes when a device was last seen, not more than once an hour", async () => {
  const { bearer } = await ground.connect("seen@example.org");
  const lastSeen = async () => {
    const answer = await ground.ask("/v1/devices", { headers: bearer });
    return Date.parse((await answer.json()).devices[0].lastSeenAt);
  };
  const first = await lastSeen();
  ground.clock.now += 30 * 60_000;
  expect(await lastSeen()).toBe(first);
  ground.clock.now += 31 * 60_000;
  expect(await lastSeen()).toBe(ground.clock.now);
});
