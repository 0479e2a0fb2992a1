import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pushAnswer, type SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { newClientId } from "@/lib/sync/clock";
import { openGround, type Ground } from "../ground";
import { created, patched, pushOf, T0 } from "../push-body";
import { spaceOf } from "../space";

let ground: Ground;
let mail = 0;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

/** The latest first: within a page the order says nothing. */
const seqsOf = (rows: readonly SyncRow[]) => rows.map(({ seq }) => seq ?? 0).sort((a, b) => b - a);

async function newSpace() {
  const device = await ground.connect(`person${++mail}@example.org`);
  return { device, space: spaceOf(ground, device), cid: device.cid };
}

describe("push and pull", () => {
  it("gives back what was pushed, in the shapes both ends agreed on", async () => {
    const { space, cid } = await newSpace();
    const row = created(cid, { fullName: 'Noé "Nono" Dùpont \\ 🦊', degree: 2, "tags/vip": true });
    const answer = await space.push(pushOf(cid, [row]));
    expect(pushAnswer.parse(answer)).toMatchObject({ last: 1, seq: 1, rejected: [] });
    const page = await space.pull(0);
    expect(page).toMatchObject({ from: 0, next: 1, more: false });
    expect(page.rows).toEqual([
      {
        tbl: "people",
        id: row.id,
        seq: 1,
        hlc: row.fields.fullName![1],
        data: { fullName: 'Noé "Nono" Dùpont \\ 🦊', degree: 2, "tags/vip": true },
      },
    ]);
  });

  it("moves a changed row to the end of the sequence, with a stamp for the changed field alone", async () => {
    const { space, cid } = await newSpace();
    const [first, second] = [created(cid, { fullName: "A" }), created(cid, { fullName: "B" })];
    await space.push(pushOf(cid, [first, second]));
    const edit = patched(cid, first.id, { notes: "met in Lyon" });
    const answer = await space.push(pushOf(cid, [edit], { from: 2 }));
    expect(answer.seq).toBe(3);
    const page = await space.pull(2);
    expect(page.rows).toHaveLength(1);
    expect(page.rows[0]).toMatchObject({
      id: first.id,
      seq: 3,
      data: { fullName: "A", notes: "met in Lyon" },
      fv: { notes: edit.fields.notes![1] },
    });
    expect((await space.pull(0)).rows.map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it("lets the later stamp win per field, whatever the order of arrival", async () => {
    const { space, cid } = await newSpace();
    const row = created(cid, { fullName: "A", company: "Old" });
    await space.push(pushOf(cid, [row]));
    const other = newClientId();
    await space.push(pushOf(other, [patched(other, row.id, { company: "New" }, T0 + 50)]));
    await space.push(
      pushOf(cid, [patched(cid, row.id, { company: "Late", notes: "kept" }, T0 + 10)], { from: 2 }),
    );
    const page = await space.pull(0);
    expect(page.rows[0]!.data).toEqual({ fullName: "A", company: "New", notes: "kept" });
  });

  it("pages by rows, and says the server's sequence on the last page", async () => {
    const { space, cid } = await newSpace();
    await space.push(
      pushOf(
        cid,
        Array.from({ length: 7 }, (_, n) => created(cid, { fullName: `P${n}` })),
      ),
    );
    const pages = [await space.pull(0, 3), await space.pull(3, 3), await space.pull(6, 3)];
    expect(pages.map(({ rows, next, more }) => [rows.length, next, more])).toEqual([
      [3, 3, true],
      [3, 6, true],
      [1, 7, false],
    ]);
    expect(await space.pull(7)).toMatchObject({ rows: [], next: 7, more: false });
  });

  it("pages by weight too, and never gives an empty page while there is more", async () => {
    const { space, cid } = await newSpace();
    const heavy = Array.from({ length: 4 }, () => created(cid, { notes: "x".repeat(600_000) }));
    for (const [index, row] of heavy.entries()) {
      await space.push(pushOf(cid, [row], { from: index + 1 }));
    }
    let since = 0;
    const counts: number[] = [];
    for (let more = true; more;) {
      const page = await space.pull(since);
      counts.push(page.rows.length);
      since = page.next;
      more = page.more;
    }
    expect(counts).toEqual([1, 1, 1, 1]);
  });

  it("takes gzipped bodies", async () => {
    const { space, cid } = await newSpace();
    const body = pushOf(cid, [created(cid, { notes: "word ".repeat(20_000) })]);
    const answer = await space.pushZipped(JSON.stringify(body));
    expect(answer.status).toBe(200);
    expect((await space.pull(0)).rows).toHaveLength(1);
  });

  it("keeps nouns and fields that it does not know", async () => {
    const { space, cid } = await newSpace();
    const row = created(cid, { orbit: { inner: [1, null, "x"] } }, { tbl: "comets" });
    await space.push(pushOf(cid, [row]));
    expect((await space.pull(0)).rows[0]).toMatchObject({
      tbl: "comets",
      data: { orbit: { inner: [1, null, "x"] } },
    });
  });

  it("marks the deleted, brings them back, and remembers edits made meanwhile", async () => {
    const { space, cid } = await newSpace();
    const row = created(cid, { fullName: "A" });
    await space.push(pushOf(cid, [row]));
    await space.push(pushOf(cid, [patched(cid, row.id, { _del: true }, T0)], { from: 2 }));
    expect((await space.pull(1)).rows[0]).toMatchObject({ del: true, data: { fullName: "A" } });
    await space.push(
      pushOf(cid, [patched(cid, row.id, { _del: false, notes: "back" }, T0 + 1)], { from: 3 }),
    );
    const [back] = (await space.pull(2)).rows;
    expect(back!.del).toBeUndefined();
    expect(back!.data).toEqual({ fullName: "A", notes: "back" });
  });
});

describe("snapshot", () => {
  it("gives the living newest first up to a fixed bound, and can be resumed", async () => {
    const { space, cid } = await newSpace();
    const made = Array.from({ length: 5 }, (_, n) => created(cid, { fullName: `P${n}` }));
    await space.push(pushOf(cid, made));
    await space.push(
      pushOf(
        cid,
        [patched(cid, made[1]!.id, { _del: true }), patched(cid, made[0]!.id, { notes: "n" })],
        { from: 2 },
      ),
    );
    const first = await space.snap("limit=2");
    expect(first).toMatchObject({ upto: 7, before: null, next: 5, more: true });
    expect(seqsOf(first.rows)).toEqual([7, 5]);

    // Written after the bound: no part of this snapshot.
    await space.push(pushOf(cid, [created(cid, { fullName: "Late" })], { from: 3 }));
    const second = await space.snap("limit=2&upto=7&before=5");
    expect(seqsOf(second.rows)).toEqual([4, 3]);
    expect(second.more).toBe(false);
    expect((await space.pull(7)).rows.map(({ data }) => data.fullName)).toEqual(["Late"]);
  });

  it("is given in windows of sequences: whole ones end where they begin, one that is cut where it was", async () => {
    const { space, cid } = await newSpace();
    const made = Array.from({ length: 6 }, (_, n) => created(cid, { fullName: `P${n}` }));
    await space.push(pushOf(cid, made));
    await space.push(pushOf(cid, [patched(cid, made[0]!.id, { _del: true })], { from: 2 }));
    await space.push(pushOf(cid, [patched(cid, made[3]!.id, { notes: "n" })], { from: 3 }));
    const seqs = async (query: string) => {
      const { rows, next, more, weight } = await space.snap(`upto=8&${query}`);
      expect(weight).toBeGreaterThanOrEqual(rows.length * 100);
      return { rows: seqsOf(rows), next, more };
    };
    expect(await seqs("before=7&from=4")).toEqual({ rows: [6, 5], next: 4, more: true });
    expect(await seqs("before=7&from=3&limit=2")).toEqual({ rows: [6, 5], next: 5, more: true });
    expect(await seqs("before=5&from=3")).toEqual({ rows: [3], next: 3, more: true });
    // Below is nothing but what was deleted or changed since.
    expect(await seqs("before=3&from=2")).toEqual({ rows: [2], next: 2, more: false });
  });

  it("of an empty workspace is one empty page", async () => {
    const { space } = await newSpace();
    expect(await space.snap()).toMatchObject({ upto: 0, next: 0, more: false, rows: [] });
  });
});

describe("many devices at once", () => {
  it("takes concurrent pushes of 16 devices: each once, each row at a sequence of its own", async () => {
    const { space } = await newSpace();
    const cids = Array.from({ length: 16 }, () => newClientId());
    const rounds = 5;
    await Promise.all(
      cids.map(async (cid) => {
        for (let from = 1; from <= rounds; from++) {
          const body = pushOf(cid, [created(cid, { fullName: `${cid}/${from}` })], { from });
          const [one, two] = await Promise.all([space.push(body), space.push(body)]);
          expect([one.last, two.last]).toEqual([from, from]);
        }
      }),
    );
    const page = await space.pull(0);
    expect(page.next).toBe(16 * rounds);
    expect(new Set(page.rows.map(rowKey)).size).toBe(16 * rounds);
    expect(page.rows.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 16 * rounds }, (_, n) => n + 1),
    );
  });
});
