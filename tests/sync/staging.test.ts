import { describe, expect, it } from "vitest";
import { rowKey } from "@/lib/sync/row-key";
import { unpackRows } from "@/lib/sync/packed-rows";
import { syncRound } from "@/lib/sync/round";
import { bringIn, unfold } from "@/lib/sync/staging";
import { Device } from "./simulator/device";
import { make, NOW, set, shown, world } from "./small-world";

/** A workspace of six rows, and a device that has its snapshot: all of them waiting in three pages. */
async function halfWay(options: Parameters<typeof world>[0] = {}) {
  const here = world(options);
  const maker = new Device("maker", 0);
  for (const id of ["r1", "r2", "r3", "r4", "r5", "r6"]) make(maker, id);
  await here.sync(maker);
  const fresh = new Device("fresh", 0);
  await here.sync(fresh);
  return { ...here, maker, fresh };
}

/** The rows that are in their places. */
const placed = (device: Device) =>
  [...device.held.values()].map(({ local }) => `${local?.id}=${String(local?.data.a)}`).toSorted();
const made = (id: string) => ({ tbl: "t", id, create: true, fields: { a: 2 } });
const shownBy = (server: ReturnType<typeof world>["server"]) =>
  [...server.kept.rows.values()].map(({ id, data }) => `${id}=${String(data.a)}`).toSorted();
const ALL = ["r1=1", "r2=1", "r3=1", "r4=1", "r5=1", "r6=1"];

describe("pages that wait", () => {
  it("STG-2 STG-3 are the device's rows before they are in their places", async () => {
    const { fresh, server } = await halfWay();
    expect(placed(fresh)).toEqual([]);
    expect(shown(fresh)).toEqual(ALL);
    expect(fresh.meta).toMatchObject({ since: server.kept.seq, staged: 6 });
  });

  it("STG-2 are none where one page holds all there is", async () => {
    const { fresh } = await halfWay({ pageRows: 6 });
    expect(placed(fresh)).toEqual(ALL);
    expect(fresh.meta.staged).toBeUndefined();
  });

  it("STG-4 take their places one after the other, newest rows first, edits over them", async () => {
    const { fresh } = await halfWay();
    expect(await unfold(fresh)).toBe("again");
    expect(placed(fresh)).toEqual(["r5=1", "r6=1"]);
    expect(await unfold(fresh)).toBe("again");
    expect(placed(fresh)).toEqual(["r3=1", "r4=1", "r5=1", "r6=1"]);
    set(fresh, "r3", { a: 7 });
    expect(await unfold(fresh)).toBe("done");
    expect(placed(fresh)).toEqual(["r1=1", "r2=1", "r3=7", "r4=1", "r5=1", "r6=1"]);
    expect(fresh.meta.staged).toBeUndefined();
    expect(fresh.overtaken.size).toBe(0);
    expect(await unfold(fresh)).toBe("done");
  });

  it("STG-4 take their places several at a time where that many rows are asked for", async () => {
    const { fresh } = await halfWay();
    expect(await unfold(fresh, 3)).toBe("again");
    expect(placed(fresh)).toEqual(["r3=1", "r4=1", "r5=1", "r6=1"]);
    expect(await unfold(fresh, 100)).toBe("done");
    expect(placed(fresh)).toEqual(ALL);
    expect(fresh.meta.staged).toBeUndefined();
  });

  it("STG-5 STG-6 give a row to whoever edits it, and do not take it back", async () => {
    const { fresh, sync } = await halfWay();
    await bringIn(fresh, fresh.meta, ["t/r2", "t/nowhere"]);
    set(fresh, "r2", { a: 9 });
    await sync(fresh);
    while ((await unfold(fresh)) === "again");
    expect(shown(fresh)).toEqual(["r1=1", "r2=9", "r3=1", "r4=1", "r5=1", "r6=1"]);
  });

  it("STG-6 do not overwrite what was pulled since, deletions included", async () => {
    const { fresh, maker, sync } = await halfWay();
    set(maker, "r1", { a: 5 });
    set(maker, "r2", { _del: true });
    await sync(maker);
    await sync(fresh);
    while ((await unfold(fresh)) === "again");
    expect(shown(fresh)).toEqual(["r1=5", "r3=1", "r4=1", "r5=1", "r6=1"]);
  });

  it("STG-5 stand behind a refused edit", async () => {
    const { fresh, sync } = await halfWay({
      forbids: (cid, id) => cid.startsWith("fresh") && id === "r1",
    });
    await bringIn(fresh, fresh.meta, ["t/r1"]);
    set(fresh, "r1", { a: 3 });
    await sync(fresh);
    expect(shown(fresh)).toEqual(ALL);
    expect(fresh.rejected).toHaveLength(1);
  });

  it("STG-9 give way, made here, to what is in its place, and need no server row", async () => {
    const { fresh, maker, server, sync } = await halfWay();
    while ((await unfold(fresh)) === "again");
    fresh.change([made("m1"), made("m2")], NOW + 10, true);
    expect(placed(fresh)).toEqual(ALL);
    expect(shown(fresh)).toEqual(["m1=2", "m2=2", ...ALL]);
    make(maker, "m1");
    set(maker, "m1", { b: 3 });
    await sync(maker);
    await sync(fresh);
    while ((await unfold(fresh)) === "again");
    expect(fresh.held.get("t/m1")?.local?.data).toMatchObject({ a: 2, b: 3 });
    expect(shown(fresh)).toEqual(["m1=2", "m2=2", ...ALL]);
    expect(server.kept.rows.size).toBe(8);
    expect(fresh.outbox).toEqual([]);
  });

  it("STG-9 made here before the first sync, are in their places when it begins", async () => {
    const here = world();
    const maker = new Device("maker", 0);
    for (const id of ["r1", "r2", "r3"]) make(maker, id);
    await here.sync(maker);
    const fresh = new Device("fresh", 0);
    fresh.change([{ tbl: "t", id: "r1", create: true, fields: { a: 6 } }], NOW + 10, true);
    await here.sync(fresh);
    while ((await unfold(fresh)) === "again");
    expect(shown(fresh)).toEqual(["r1=6", "r2=1", "r3=1"]);
    await here.sync(maker);
    expect(shown(maker)).toEqual(["r1=6", "r2=1", "r3=1"]);
  });

  it("STG-7 are in their places before another life of the server, and are given back to it", async () => {
    const here = world();
    const maker = new Device("maker", 0);
    make(maker, "r1");
    await here.sync(maker);
    here.server.keepBackup();
    for (const id of ["r2", "r3", "r4", "r5"]) make(maker, id);
    await here.sync(maker);
    const fresh = new Device("fresh", 0);
    await here.sync(fresh);
    expect(fresh.meta.staged).toBe(5);
    here.server.restore();
    await here.sync(fresh);
    while ((await unfold(fresh)) === "again");
    expect([...here.server.kept.rows.keys()].toSorted()).toEqual(
      ["r1", "r2", "r3", "r4", "r5"].map((id) => `t/${id}`),
    );
    expect(shown(fresh)).toEqual(["r1=1", "r2=1", "r3=1", "r4=1", "r5=1"]);
  });

  it("STG-7 are in their places before a new snapshot", async () => {
    const { fresh, maker, server, sync } = await halfWay();
    set(maker, "r6", { _del: true });
    await sync(maker);
    server.collect();
    await sync(fresh);
    while ((await unfold(fresh)) === "again");
    expect(shown(fresh)).toEqual(ALL.slice(0, 5));
  });
});

/** What is asked for and written, in order, by a device that takes its snapshot. */
async function toldOf(here: ReturnType<typeof world>, api = here.api): Promise<string[]> {
  const device = new Device("late", 0);
  const told: string[] = [];
  const store = here.storeOf(device);
  await syncRound(
    {
      ...store,
      async applySnaps(request, pages) {
        const rows = pages.map(({ rows }) => unpackRows(rows).map(rowKey).join(" "));
        told.push(`wrote ${rows.join(" | ")}`);
        return store.applySnaps(request, pages);
      },
    },
    {
      push: (body) => api.push(body),
      async pull(request) {
        told.push(`pull ${request.since}`);
        return api.pull(request);
      },
      async snap(request) {
        told.push(`snap ${request.before} from ${request.from}`);
        return api.snap(request);
      },
    },
  );
  while ((await unfold(device)) === "again");
  expect(shown(device)).toEqual(shownBy(here.server));
  return told;
}

describe("the page after", () => {
  it("STG-8 SNP-6 SNP-7 is asked for while one is written, by windows of sequences, and the pull at last", async () => {
    expect(await toldOf(await halfWay())).toEqual([
      "snap null from undefined",
      "snap 5 from 3",
      "snap 3 from 1",
      "wrote t/r6 t/r5",
      "pull 6",
      "wrote t/r4 t/r3 | t/r2 t/r1",
    ]);
  });

  it("STG-8 keeps what is here, and what comes later with what has come by then", async () => {
    const here = await halfWay();
    // The lowest window is the last to arrive.
    let arrive: (() => void) | undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const told = await toldOf(here, {
      ...here.api,
      async snap(request) {
        const page = await here.api.snap(request);
        if (request.before === 5) setTimeout(() => arrive?.());
        if (request.before === 3) await arrived;
        return page;
      },
    });
    expect(told.filter((one) => one.startsWith("wrote"))).toEqual([
      "wrote t/r6 t/r5",
      "wrote t/r4 t/r3",
      "wrote t/r2 t/r1",
    ]);
  });

  it("SNP-6 goes on where a window was cut, and those below it stand", async () => {
    const here = await halfWay();
    const { options } = here.server;
    const told = await toldOf(here, {
      ...here.api,
      snap(request) {
        options.pageRows = request.before === 5 ? 1 : 2;
        return here.api.snap(request);
      },
    });
    expect(told).toEqual([
      "snap null from undefined",
      "snap 5 from 3",
      "snap 3 from 1",
      "wrote t/r6 t/r5",
      "wrote t/r4",
      "snap 4 from 3",
      "pull 6",
      "wrote t/r3 | t/r2 t/r1",
    ]);
  });

  it("SNP-6 asks for wider ones where rows are few", async () => {
    const here = await halfWay();
    const { maker, sync } = here;
    for (let n = 0; n < 20; n++) set(maker, "r6", { b: n });
    for (const id of ["r3", "r4", "r5"]) set(maker, id, { b: 1 });
    await sync(maker);
    for (let n = 0; n < 20; n++) {
      set(maker, "r6", { b: n });
      await sync(maker);
    }
    const told = await toldOf(here);
    expect(told.filter((one) => one.startsWith("snap")).length).toBeLessThan(9);
    expect(told.join(" ").match(/r\d/g)?.join(" ")).toBe("r6 r5 r4 r3 r2 r1");
  });

  it("STG-8 VER-5 is one page at a time from a server that knows no windows", async () => {
    const here = await halfWay();
    const told = await toldOf(here, {
      ...here.api,
      snap: async (request) => ({ ...(await here.api.snap(request)), weight: undefined }),
    });
    expect(told).toEqual([
      "snap null from undefined",
      "snap 5 from undefined",
      "wrote t/r6 t/r5",
      "snap 3 from undefined",
      "wrote t/r4 t/r3",
      "pull 6",
      "wrote t/r2 t/r1",
    ]);
  });

  it("STG-8 is dropped when the device wants another one, whatever became of it", async () => {
    const { api, storeOf, server } = await halfWay();
    const device = new Device("late", 0);
    let asked = 0;
    await syncRound(storeOf(device), {
      ...api,
      async snap(request) {
        // The server is restored while the second page is on its way.
        if (++asked === 2) {
          server.keepBackup();
          server.restore();
          throw new Error("the line is cut");
        }
        return api.snap(request);
      },
    }).catch(() => undefined);
    await syncRound(storeOf(device), api);
    while ((await unfold(device)) === "again");
    expect(shown(device)).toEqual(ALL);
  });
});
