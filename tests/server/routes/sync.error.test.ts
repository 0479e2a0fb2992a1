import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stampMs } from "@/lib/sync/clock";
import type { Json } from "@/lib/sync/json";
import { keepHouse } from "@/server/housekeeping";
import { beginNewLife } from "@/server/workspaces";
import { codeOf, openGround, type Ground } from "../ground";
import { created, patched, pushOf, T0 } from "../push-body";
import { spaceOf } from "../space";

const DAY = 86_400_000;
let ground: Ground;
let device: Awaited<ReturnType<Ground["connect"]>>;
let space: ReturnType<typeof spaceOf>;
let cid: string;
let mail = 0;

beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
beforeEach(async () => {
  ground.clock.now = T0;
  device = await ground.connect(`error${++mail}@example.org`);
  space = spaceOf(ground, device);
  cid = device.cid;
});

describe("what arrives twice, or not in order", () => {
  it("answers a repeated push as it did before and changes nothing", async () => {
    const body = pushOf(cid, [
      created(cid, { fullName: "A" }),
      patched(cid, crypto.randomUUID(), { notes: "nobody" }),
    ]);
    const first = await space.push(body);
    expect(first.rejected).toHaveLength(1);
    await space.push(pushOf("other", [created("other", { fullName: "B" })]));
    expect(await space.push(body)).toEqual(first);
    expect((await space.pull(0)).next).toBe(2);
  });

  it("stops at a gap: the answer names the last record it has", async () => {
    await space.push(pushOf(cid, [created(cid, { fullName: "A" })]));
    const answer = await space.push(pushOf(cid, [created(cid, { fullName: "C" })], { from: 3 }));
    expect(answer.last).toBe(1);
    expect((await space.pull(0)).rows).toHaveLength(1);
  });

  it("takes an empty record: the number of one that was given up", async () => {
    expect((await space.push(pushOf(cid, []))).last).toBe(1);
  });
});

describe("a wrong clock", () => {
  it("is put right, not refused: a stamp more than five minutes ahead becomes the server's", async () => {
    const row = created(cid, { fullName: "A" }, { ms: T0 + DAY });
    const answer = await space.push(pushOf(cid, [row]));
    expect(answer.rejected).toEqual([]);
    expect(stampMs(answer.restamped!.stamp)).toBe(T0);
    const [stored] = (await space.pull(0)).rows;
    expect(stampMs(stored!.hlc)).toBe(T0);
  });

  it("within five minutes is left alone", async () => {
    const answer = await space.push(
      pushOf(cid, [created(cid, { fullName: "A" }, { ms: T0 + 290_000 })]),
    );
    expect(answer.restamped).toBeUndefined();
  });
});

describe("another life of the server", () => {
  it("a push of an earlier epoch changes nothing and learns the new one", async () => {
    const { epoch } = await space.push(pushOf(cid, [created(cid, { fullName: "A" })]));
    expect(await beginNewLife(ground.database)).toBeGreaterThan(0);
    const answer = await space.push(
      pushOf(cid, [created(cid, { fullName: "B" })], { from: 2, epoch }),
    );
    expect(answer.epoch).not.toBe(epoch);
    expect(answer.epochStart).toBe(1);
    expect((await space.pull(0)).rows).toHaveLength(1);
  });

  it("a device behind the floor, or ahead of the sequence, is told to start over", async () => {
    const row = created(cid, { fullName: "A" });
    await space.push(pushOf(cid, [row, created(cid, { fullName: "B" })]));
    await space.push(pushOf(cid, [patched(cid, row.id, { _del: true })], { from: 2 }));
    await keepHouse(ground.database, T0 + 91 * DAY);
    expect(await space.pull(1)).toMatchObject({ reset: true, rows: [], more: false });
    expect(await space.pull(4)).toMatchObject({ reset: true });
    expect((await space.pull(3)).reset).toBeUndefined();
    expect((await space.snap()).rows.map(({ data }) => data.fullName)).toEqual(["B"]);
  });

  it("remembers deletions for 90 days", async () => {
    const row = created(cid, { fullName: "A" });
    await space.push(pushOf(cid, [row]));
    await space.push(pushOf(cid, [patched(cid, row.id, { _del: true })], { from: 2 }));
    await keepHouse(ground.database, T0 + 89 * DAY);
    expect((await space.pull(1)).rows[0]!.del).toBe(true);
  });
});

describe("changes that cannot be", () => {
  it("rejects a patch of a row it does not have, and takes the rest", async () => {
    const orphan = patched(cid, crypto.randomUUID(), { notes: "half a row" });
    const answer = await space.push(pushOf(cid, [orphan, created(cid, { fullName: "A" })]));
    expect(answer.rejected).toEqual([{ tbl: "people", id: orphan.id, why: "unknown-row" }]);
    expect((await space.pull(0)).rows).toHaveLength(1);
  });

  it("rejects a value too deep for the database, and a row too large for its wire", async () => {
    let deep: Json = "end";
    for (let level = 0; level < 40; level++) deep = [deep];
    const answer = await space.push(pushOf(cid, [created(cid, { notes: deep })]));
    expect(answer.rejected[0]).toMatchObject({ why: "too-deep" });

    const row = created(cid, { notes: "x".repeat(900_000) });
    await space.push(pushOf(cid, [row], { from: 2 }));
    await space.push(
      pushOf(cid, [patched(cid, row.id, { about: "y".repeat(900_000) })], { from: 3 }),
    );
    const third = await space.push(
      pushOf(cid, [patched(cid, row.id, { more: "z".repeat(900_000) })], { from: 4 }),
    );
    expect(third.rejected[0]).toMatchObject({ why: "row-too-large" });
    const [stored] = (await space.pull(0)).rows;
    expect(Object.keys(stored!.data).sort()).toEqual(["about", "notes"]);
  });

  it.each([
    ["a field name with a quote", { 'a"b': ["x", "000000000000-a"] }],
    ["a field name that is a trap", { ["__proto__x\u0000"]: ["x", "000000000000-a"] }],
    ["a stamp that is none", { fullName: ["x", "yesterday"] }],
  ])("refuses %s as a bad request", async (_, fields) => {
    const body = { ...pushOf(cid, []), muts: [{ tbl: "people", id: crypto.randomUUID(), fields }] };
    const answer = await space.pushRaw(body);
    expect(answer.status).toBe(400);
    expect(await codeOf(answer)).toBe("bad-request");
  });
});

describe("bodies", () => {
  it("that are no JSON are a bad request", async () => {
    const answer = await ground.ask(`/v1/w/${device.workspace}/push`, {
      method: "POST",
      headers: { ...device.bearer, "content-type": "application/json" },
      body: "{not json",
    });
    expect(await codeOf(answer)).toBe("bad-request");
  });

  it("that are too large on the wire are refused with 413", async () => {
    const answer = await space.pushRaw(
      pushOf(cid, [created(cid, { notes: "x".repeat(4_100_000) })]),
    );
    expect(answer.status).toBe(413);
    expect(await codeOf(answer)).toBe("body-too-large");
  });

  it("that unfold into too much are refused while they unfold", async () => {
    // 120 MB of spaces in 120 kB: read whole, this would be seen in the process's memory.
    const bomb = gzipSync(Buffer.alloc(120_000_000, " "));
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    const answer = await ground.ask(`/v1/w/${device.workspace}/push`, {
      method: "POST",
      headers: { ...device.bearer, "content-type": "application/json", "content-encoding": "gzip" },
      body: new Uint8Array(bomb),
    });
    expect(answer.status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
  });

  it("that are no gzip though they say so are a bad request", async () => {
    const answer = await ground.ask(`/v1/w/${device.workspace}/push`, {
      method: "POST",
      headers: { ...device.bearer, "content-type": "application/json", "content-encoding": "gzip" },
      body: "{}",
    });
    expect(await codeOf(answer)).toBe("bad-request");
  });

  it("in another packing are 415", async () => {
    const answer = await ground.ask(`/v1/w/${device.workspace}/push`, {
      method: "POST",
      headers: { ...device.bearer, "content-type": "application/json", "content-encoding": "br" },
      body: "{}",
    });
    expect(answer.status).toBe(415);
  });
});

describe("versions", () => {
  it("too old a protocol is 426, before the shape of the body is judged", async () => {
    const answer = await space.pushRaw({ proto: 0, schema: 1, anything: true });
    expect([answer.status, await codeOf(answer)]).toEqual([426, "too-old"]);
    expect((await space.pullRaw("since=0&proto=0")).status).toBe(426);
    expect((await space.snapRaw("proto=0")).status).toBe(426);
    expect((await space.snapRaw("upto=9&before=5&from=0")).status).toBe(400);
  });

  it("a newer protocol is told that the server is the old one", async () => {
    expect(await codeOf(await space.pushRaw({ proto: 99, schema: 9 }))).toBe("too-new");
  });

  it("a newer schema is welcome", async () => {
    const answer = await space.push({ ...pushOf(cid, [created(cid, { n: 1 })]), schema: 99 });
    expect(answer.last).toBe(1);
  });

  it.each(["since=-1", "since=x", "", "since=0&limit=0", "since=0&limit=100000"])(
    "refuses pull?%s",
    async (query) => {
      expect((await space.pullRaw(query)).status).toBe(400);
    },
  );
});
