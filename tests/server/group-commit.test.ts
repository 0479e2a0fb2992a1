import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newClientId } from "@/lib/sync/clock";
import { sql, type Database } from "@/server/database";
import { createGroupCommit } from "@/server/group-commit";
import type { PushOrder } from "@/server/push";
import { openGround, type Ground } from "./ground";
import { created, patched, pushOf, T0 } from "./push-body";
import { spaceOf } from "./space";

type Device = Awaited<ReturnType<Ground["connect"]>>;

let ground: Ground;
let ada: Device;
let bo: Device;
let cleo: Device;
beforeEach(async () => {
  ground = await openGround();
  ada = await ground.connect("ada@example.org");
  bo = await ground.connect("bo@example.org");
  cleo = await ground.connect("cleo@example.org");
});
afterEach(() => ground.close());

const now = () => ground.clock.now;

function order(to: Device, name: string, from = 1, cid = to.cid): PushOrder {
  return {
    workspaceId: to.workspace,
    userId: to.userId,
    role: "owner",
    body: pushOf(cid, [created(cid, { fullName: name })], { from }),
  };
}

function ahead(from: number, name: string): PushOrder {
  const plain = order(ada, name, from);
  return { ...plain, body: { ...plain.body, ahead: true } };
}

function heavy(device: Device): PushOrder {
  const { cid } = device;
  const rows = Array.from({ length: 900 }, (_, n) =>
    created(cid, { fullName: `P${n}` }, { ms: T0 - n }),
  );
  return { ...order(device, ""), body: pushOf(cid, rows) };
}

const namesOf = async (device: Device) =>
  (await spaceOf(ground, device).pull(0)).rows.map(({ data }) => data.fullName);

/** The database with its writes in the test's hand. */
function held(write: (batch: Parameters<Database["write"]>[0], index: number) => Promise<void>) {
  let writes = 0;
  const sizes: number[] = [];
  const database: Database = {
    ...ground.database,
    async write(batch) {
      sizes.push(batch.filter((one) => one.sql.startsWith("update meta")).length);
      await write(batch, writes++);
      return ground.database.write(batch);
    },
  };
  return { database, sizes };
}

/** As another server before the same database would. */
const overtake = (device: Device) =>
  ground.database.write([
    sql("update meta set seq = seq + 5 where workspace_id = ?", device.workspace),
  ]);

describe("a group of pushes", () => {
  it("gathers while the one before is under way, and takes one read and one write", async () => {
    const { database, sizes } = held(async () => undefined);
    let reads = 0;
    const group = createGroupCommit(
      { ...database, read: (batch) => (reads++, ground.database.read(batch)) },
      now,
    );
    const answers = await Promise.all([
      group.push(order(ada, "A")),
      group.push(order(bo, "B")),
      group.push(order(cleo, "C")),
      group.push(order(cleo, "D", 1, newClientId())),
    ]);
    expect(answers.map(({ last, seq }) => [last, seq])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 2],
    ]);
    expect([reads, sizes]).toEqual([1, [3]]);
    expect(await namesOf(cleo)).toEqual(["C", "D"]);
  });

  it("decides pushes to one row in the order they came, each on what the one before left", async () => {
    const other = newClientId();
    const row = created(ada.cid, { fullName: "Ada", notes: "first" });
    const group = createGroupCommit(ground.database, now);
    const to = { workspaceId: ada.workspace, userId: ada.userId, role: "owner" as const };
    const answers = await Promise.all([
      group.push({ ...to, body: pushOf(ada.cid, [row]) }),
      group.push({ ...to, body: pushOf(other, [patched(other, row.id, { notes: "second" })]) }),
      group.push({ ...to, body: pushOf(ada.cid, [row]) }),
      group.push({
        ...to,
        body: pushOf(ada.cid, [patched(ada.cid, row.id, { title: "Dr" })], { from: 2 }),
      }),
    ]);
    expect(answers.map(({ last, seq }) => [last, seq])).toEqual([
      [1, 1],
      [1, 2],
      [1, 1],
      [2, 3],
    ]);
    const page = await spaceOf(ground, ada).pull(0);
    expect(page.next).toBe(3);
    expect(page.rows).toMatchObject([
      { seq: 3, data: { fullName: "Ada", notes: "second", title: "Dr" } },
    ]);
  });

  it("writes the others where one workspace was overtaken, and that one again", async () => {
    const { database, sizes } = held(async (_, index) => {
      if (index === 0) await overtake(bo);
    });
    const group = createGroupCommit(database, now);
    const answers = await Promise.all([
      group.push(order(ada, "A")),
      group.push(order(bo, "B1")),
      group.push(order(bo, "B2", 1, newClientId())),
      group.push(order(cleo, "C")),
    ]);
    expect(answers.map(({ seq }) => seq)).toEqual([1, 6, 7, 1]);
    expect(sizes).toEqual([3, 1]);
    expect(await namesOf(bo)).toEqual(["B1", "B2"]);
  });

  it("takes nothing of a workspace twice though its own device was answered elsewhere", async () => {
    const same = order(bo, "Once");
    const elsewhere = createGroupCommit(ground.database, now);
    const { database } = held(async (_, index) => {
      if (index === 0) await elsewhere.push(same);
    });
    const group = createGroupCommit(database, now);
    const [answer] = await Promise.all([group.push(same), group.push(order(ada, "A"))]);
    expect(answer).toMatchObject({ last: 1, seq: 1 });
    expect([await namesOf(bo), await namesOf(ada)]).toEqual([["Once"], ["A"]]);
  });

  it("gives a workspace up that is overtaken every time, and none besides", async () => {
    const { database } = held(async () => void (await overtake(bo)));
    const group = createGroupCommit(database, now);
    const [lost, done] = await Promise.allSettled([
      group.push(order(bo, "B")),
      group.push(order(ada, "A")),
    ]);
    expect(done).toMatchObject({ status: "fulfilled", value: { seq: 1 } });
    expect(lost).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
    expect(await namesOf(bo)).toEqual([]);
  });

  it("refuses what one pushes under another's device, and a workspace that is gone, alone", async () => {
    const group = createGroupCommit(ground.database, now);
    await group.push(order(ada, "A"));
    const settled = await Promise.allSettled([
      group.push({ ...order(ada, "Forged", 2), userId: bo.userId }),
      group.push(order({ ...bo, workspace: "nowhere" }, "B")),
      group.push(order(ada, "A2", 2)),
      group.push(order(cleo, "C")),
    ]);
    expect(settled.map(({ status }) => status)).toEqual([
      "rejected",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(settled[0]).toMatchObject({ reason: { code: "forbidden" } });
    expect(await namesOf(ada)).toEqual(["A", "A2"]);
  });

  it("writes one by one what the engine will not have together", async () => {
    const refused = Object.assign(new Error("string or blob too big"), { code: "SQLITE_TOOBIG" });
    const { database } = held(async (batch) => {
      if (batch.some(({ args }) => args.some((arg) => String(arg).includes("Poison")))) {
        throw refused;
      }
    });
    const group = createGroupCommit(database, now);
    const [good, bad, also] = await Promise.allSettled([
      group.push(order(ada, "A")),
      group.push(order(bo, "Poison")),
      group.push(order(cleo, "C")),
    ]);
    expect([good.status, bad, also.status]).toEqual([
      "fulfilled",
      { status: "rejected", reason: refused },
      "fulfilled",
    ]);
    expect([await namesOf(ada), await namesOf(bo), await namesOf(cleo)]).toEqual([
      ["A"],
      [],
      ["C"],
    ]);
  });
});

describe("PSH-8 a push sent ahead that overtook the one before it", () => {
  it("waits for that one, and both are taken in their order", async () => {
    const group = createGroupCommit(ground.database, now);
    const third = group.push(ahead(3, "Third"));
    const second = group.push(ahead(2, "Second"));
    const first = await group.push(order(ada, "First"));
    expect([first.last, (await second).last, (await third).last]).toEqual([1, 2, 3]);
    expect(await namesOf(ada)).toEqual(["First", "Second", "Third"]);
  });

  it("is answered without it where that one never comes, and has changed nothing", async () => {
    const group = createGroupCommit(ground.database, now);
    await group.push(order(ada, "First"));
    expect(await group.push(ahead(3, "Third"))).toMatchObject({ last: 1, seq: 1 });
    expect(await namesOf(ada)).toEqual(["First"]);
    expect(await group.push(ahead(2, "Second"))).toMatchObject({ last: 2 });
  });
});

describe("a group that is cut off", () => {
  it.each(["before", "after"])("%s its write is sent again and taken once", async (when) => {
    const lost = new TypeError("fetch failed");
    let isCut = false;
    const database: Database = {
      ...ground.database,
      async write(batch) {
        if (isCut) return ground.database.write(batch);
        isCut = true;
        if (when === "after") await ground.database.write(batch);
        throw lost;
      },
    };
    const group = createGroupCommit(database, now);
    const orders = [order(ada, "A"), order(bo, "B")];
    const cut = await Promise.allSettled(orders.map((one) => group.push(one)));
    expect(cut).toEqual(orders.map(() => ({ status: "rejected", reason: lost })));
    const again = await Promise.all(orders.map((one) => group.push(one)));
    expect(again.map(({ last, seq }) => [last, seq])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect([await namesOf(ada), await namesOf(bo)]).toEqual([["A"], ["B"]]);
  });

  it("between two workspaces of its batch has written neither", async () => {
    const { database } = held(async (batch) => {
      const place = batch.findLastIndex((one) => one.sql.startsWith("update meta"));
      batch.splice(place, 0, sql("insert into nowhere values (1)"));
    });
    const group = createGroupCommit(database, now);
    const cut = await Promise.allSettled([group.push(order(ada, "A")), group.push(order(bo, "B"))]);
    expect(cut.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect([await namesOf(ada), await namesOf(bo)]).toEqual([[], []]);
    const after = createGroupCommit(ground.database, now);
    expect(await after.push(order(ada, "A"))).toMatchObject({ last: 1, seq: 1 });
  });
});

it("hundreds of pushes to one workspace hold up another's by one group", async () => {
  const { database, sizes } = held(async () => undefined);
  const group = createGroupCommit(database, now);
  const ended: string[] = [];
  const many = Array.from({ length: 250 }, (_, n) =>
    group.push(order(ada, `A${n}`, 1, newClientId())).then(() => ended.push("ada")),
  );
  const one = group.push(order(bo, "B")).then(() => ended.push("bo"));
  await Promise.all([...many, one]);
  expect(ended.indexOf("bo")).toBeLessThanOrEqual(100);
  expect(sizes).toEqual([2, 1, 1]);
  expect((await namesOf(ada)).slice(0, 3)).toEqual(["A0", "A1", "A2"]);
});

it("a group is no heavier than its limit, unless one push alone is", async () => {
  const { database, sizes } = held(async () => undefined);
  const group = createGroupCommit(database, now);
  await Promise.all([group.push(heavy(ada)), group.push(heavy(bo)), group.push(heavy(cleo))]);
  expect(sizes).toEqual([2, 1]);
});
