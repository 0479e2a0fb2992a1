import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "@/server/database";
import { openGround, type Ground } from "./ground";
import { created, patched, pushOf, T0 } from "./push-body";
import { spaceOf } from "./space";

const DAY = 86_400_000;
let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("forgets deletions after 90 days in every workspace, and raises only the floors it must", async () => {
  const [ada, bo] = [
    await ground.connect("ada@example.org"),
    await ground.connect("bo@example.org"),
  ];
  const row = created(ada.cid, { fullName: "A" });
  await spaceOf(ground, ada).push(pushOf(ada.cid, [row, created(ada.cid, { fullName: "B" })]));
  await spaceOf(ground, ada).push(
    pushOf(ada.cid, [patched(ada.cid, row.id, { _del: true })], { from: 2 }),
  );
  await spaceOf(ground, bo).push(pushOf(bo.cid, [created(bo.cid, { fullName: "C" })]));
  await ground.keepHouse(T0 + 91 * DAY);
  const floorOf = async (id: string) =>
    (await ground.database.read([sql("select floor from meta where workspace_id = ?", id)]))[0]![0]!
      .floor;
  expect([await floorOf(ada.workspace), await floorOf(bo.workspace)]).toEqual([3, 0]);
  expect((await spaceOf(ground, ada).pull(3)).rows).toEqual([]);
});

it("forgets what has ended: pairings, codes, sessions, limits, silent devices' numbers", async () => {
  const device = await ground.connect("cleo@example.org");
  await spaceOf(ground, device).push(pushOf(device.cid, []));
  await ground.post("/v1/pair/start", { device_name: "Never approved" });
  await ground.keepHouse(Date.now() + 400 * DAY);
  const tables = ["pairing", "verification", "session", "rate_limit", "client"];
  const counts = await ground.database.read(
    tables.map((name) => sql(`select count(*) n from ${name}`)),
  );
  expect(counts.map(([row]) => row!.n)).toEqual([0, 0, 0, 0, 0]);
});
