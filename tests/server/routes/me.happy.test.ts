import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("says who asks, from which device, and which workspaces there are", async () => {
  const { bearer, cookie, userId, deviceId, workspace } = await ground.connect(
    "ada@example.org",
    "Laptop",
  );
  const mine = { id: workspace, name: "", kind: "personal", role: "owner" };
  const user = { id: userId, email: "ada@example.org", name: "" };
  const device = await ground.ask("/v1/me", { headers: bearer });
  expect(await device.json()).toEqual({
    user,
    device: { id: deviceId, name: "Laptop" },
    workspaces: [mine],
  });
  const session = await ground.ask("/v1/me", { headers: { cookie } });
  expect(await session.json()).toEqual({ user, workspaces: [mine] });
  const list = await ground.ask("/v1/workspaces", { headers: bearer });
  expect(await list.json()).toEqual({ workspaces: [mine] });
});

it("makes the personal workspace once, however many devices arrive at once", async () => {
  const { userId, bearer } = await ground.connect("many@example.org");
  await ground.database.write([
    { sql: "delete from workspace where owner_id = ?", args: [userId] },
    { sql: "delete from member where user_id = ?", args: [userId] },
  ]);
  await Promise.all(
    Array.from({ length: 8 }, async () => ground.ask("/v1/me", { headers: bearer })),
  );
  const answer = await ground.ask("/v1/workspaces", { headers: bearer });
  expect((await answer.json()).workspaces).toHaveLength(1);
});
