import { describe, expect, it } from "vitest";
import type { ClientState, Mutation, PushBody, SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { formatStamp, MAX_SKEW_MS, stampMs } from "@/lib/sync/clock";
import { decidePush, mustReset, type PushState } from "@/lib/sync/server-merge";

const NOW = 1_700_000_000_000;
const at = (ms: number, node = "d1") => formatStamp({ ms, counter: 0 }, node);
const create = (id: string, x: number, stamp = at(NOW)): Mutation => ({
  tbl: "t",
  id,
  create: true,
  fields: { x: [x, stamp] },
});
const patch = (id: string, x: number, stamp = at(NOW + 1)): Mutation => ({
  tbl: "t",
  id,
  fields: { x: [x, stamp] },
});
const body = (
  from: number,
  to: number,
  muts: Mutation[],
  epoch: string | null = "e1",
): PushBody => ({
  proto: 1,
  schema: 1,
  cid: "d1",
  epoch,
  from,
  to,
  muts,
});
const state = (client?: ClientState, rows: SyncRow[] = [], seq = 10): PushState => ({
  epoch: "e1",
  epochStart: 0,
  seq,
  client,
  rows: new Map(rows.map((row) => [rowKey(row), row])),
});
const row = (id: string, seq: number, stamp = at(NOW - 1)): SyncRow => ({
  tbl: "t",
  id,
  hlc: stamp,
  data: { x: 0 },
  seq,
});

describe("a push", () => {
  it("PSH-1 PSH-4 is taken after the device's last; each changed row takes the next sequence", () => {
    const before = state({ last: 4, seq: 9, rejected: [] }, [row("b", 3)]);
    const { answer, rows, client } = decidePush(
      before,
      body(5, 7, [create("a", 1), patch("b", 2), create("c", 3)]),
      { now: NOW },
    );
    expect(rows.map(({ id, seq }) => [id, seq])).toEqual([
      ["a", 11],
      ["b", 12],
      ["c", 13],
    ]);
    expect(answer).toEqual({
      epoch: "e1",
      epochStart: 0,
      now: NOW,
      last: 7,
      seq: 13,
      rejected: [],
    });
    expect(client).toEqual({ last: 7, seq: 13, rejected: [] });
  });

  it("PSH-4 leaves a row alone that it does not change", () => {
    const old = row("a", 3, at(NOW + 5));
    const { rows, answer } = decidePush(state(undefined, [old]), body(1, 1, [patch("a", 9)]), {
      now: NOW,
    });
    expect(rows).toEqual([]);
    expect(answer).toMatchObject({ last: 1, seq: 10 });
  });

  it.each([
    ["repeated", 3, 4],
    ["overlapping", 4, 6],
    ["after a gap", 6, 6],
    ["upside down", 5, 4],
  ])("PSH-2 %s changes nothing and gets the last answer again", (_, from, to) => {
    const last = { last: 4, seq: 9, rejected: [{ tbl: "t", id: "z", why: "unknown-row" }] };
    const decision = decidePush(state(last), body(from, to, [create("a", 1)]), { now: NOW });
    expect(decision.rows).toEqual([]);
    expect(decision.client).toBeUndefined();
    expect(decision.answer).toMatchObject(last);
  });

  it("PSH-7 ahead of an answer that has to be heard changes nothing; of any other, it is decided on", () => {
    const plain = { last: 4, seq: 9, rejected: [] };
    const ahead = { ...body(5, 5, [create("a", 1)]), ahead: true as const };
    const decide = (client: ClientState) => decidePush(state(client), ahead, { now: NOW });
    const stamp = at(NOW);
    const told = { ...plain, restamped: { over: NOW, stamp } };
    const refused = { ...plain, rejected: [{ tbl: "t", id: "z", why: "unknown-row" }] };
    for (const last of [told, refused]) {
      expect(decide(last)).toMatchObject({ rows: [], client: undefined, answer: last });
    }
    const remembered = { ...plain, restamped: { over: Number.MAX_SAFE_INTEGER, stamp } };
    for (const last of [plain, remembered]) expect(decide(last).answer.last).toBe(5);
  });

  it("PSH-3 DEL-3 is rejected where it patches an unknown row, and taken elsewhere", () => {
    const { answer, rows } = decidePush(state(), body(1, 2, [patch("gone", 1), create("a", 1)]), {
      now: NOW,
    });
    expect(answer.rejected).toEqual([{ tbl: "t", id: "gone", why: "unknown-row" }]);
    expect(rows.map(({ id }) => id)).toEqual(["a"]);
  });

  it("PSH-5 that names another epoch changes nothing; one that names none is taken", () => {
    const other = decidePush(state(), body(1, 1, [create("a", 1)], "e0"), { now: NOW });
    expect(other).toMatchObject({ rows: [], client: undefined, answer: { last: 0, epoch: "e1" } });
    const fresh = decidePush(state(), body(1, 1, [create("a", 1)], null), { now: NOW });
    expect(fresh.answer.last).toBe(1);
  });

  it("PSH-6 is refused row by row", () => {
    const { answer, rows } = decidePush(state(), body(1, 2, [create("a", 1), create("b", 2)]), {
      now: NOW,
      refuse: ({ id }) => (id === "a" ? "forbidden" : undefined),
    });
    expect(answer.rejected).toEqual([{ tbl: "t", id: "a", why: "forbidden" }]);
    expect(rows.map(({ id }) => id)).toEqual(["b"]);
  });

  it("MRG-5 reaches a deleted row and leaves it deleted", () => {
    const gone = { ...row("a", 3), del: true, fv: { _del: at(NOW - 1) } };
    const { rows } = decidePush(state(undefined, [gone]), body(1, 1, [patch("a", 9)]), {
      now: NOW,
    });
    expect(rows[0]).toMatchObject({ del: true, data: { x: 9 }, seq: 11 });
  });
});

describe("a stamp from a clock that runs ahead", () => {
  const day = 86_400_000;

  it("CLK-5 is replaced, not refused, and stands over what the row holds", () => {
    const held = row("a", 3, at(NOW + MAX_SKEW_MS - 1, "d2"));
    const { answer, rows } = decidePush(
      state(undefined, [held]),
      body(1, 1, [patch("a", 9, at(NOW + day)), create("b", 1)]),
      { now: NOW },
    );
    const given = answer.restamped?.stamp ?? "";
    expect(rows[0]).toMatchObject({ data: { x: 9 }, fv: { x: given } });
    expect(given > held.hlc).toBe(true);
    expect(stampMs(given)).toBeLessThanOrEqual(NOW + MAX_SKEW_MS);
    expect(rows[1]?.hlc).toBe(at(NOW));
    expect(answer.restamped?.over).toBe(NOW + MAX_SKEW_MS);
  });

  it("CLK-5 gets a later one in every push, even within one millisecond and after a plain push", () => {
    const ahead = (from: number) => body(from, from, [create(`r${from}`, 1, at(NOW + day))]);
    const one = decidePush(state(), ahead(1), { now: NOW });
    const plain = decidePush(state(one.client), body(2, 2, [create("p", 1)]), { now: NOW });
    expect(plain.answer.restamped).toBeUndefined();
    const two = decidePush(state(plain.client), ahead(3), { now: NOW });
    expect((two.answer.restamped?.stamp ?? "") > (one.answer.restamped?.stamp ?? "z")).toBe(true);
  });

  it("CLK-5 up to five minutes is kept", () => {
    const stamp = at(NOW + MAX_SKEW_MS);
    const { rows, answer } = decidePush(state(), body(1, 1, [create("a", 1, stamp)]), { now: NOW });
    expect(rows[0]?.hlc).toBe(stamp);
    expect(answer.restamped).toBeUndefined();
  });

  it("PSH-2 CLK-5 is told of again when the push is repeated", () => {
    const push = body(1, 1, [create("a", 1, at(NOW + day))]);
    const first = decidePush(state(), push, { now: NOW });
    const again = decidePush(state(first.client), push, { now: NOW + 9 });
    expect(again.answer).toEqual({ ...first.answer, now: NOW + 9 });
  });
});

it("PUL-4 DEL-1 a device behind the floor, or ahead of the server, is reset", () => {
  const server = { floor: 5, seq: 9 };
  const asked = [4, 5, 9, 10].map((since) => mustReset(since, server));
  expect(asked).toEqual([true, false, false, true]);
});
