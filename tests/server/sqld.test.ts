import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRemote } from "@/server/database-remote";
import { isConstraintError, sql, type Database } from "@/server/database";
import { fill } from "@/scripts/bench-server/pull-cost";
import { migrate } from "@/server/migrate";
import { rowsOf } from "@/server/rows-repository";
import { createSequencer } from "@/server/sequencer";
import { hasSqld, startSqld, type Sqld } from "@/server/sqld";
import { newClientId } from "@/lib/sync/clock";
import { syncContract, type Target } from "./contract";
import { openGround, ORIGIN, type Ground } from "./ground";
import { created, pushOf } from "./push-body";
import { quickFolder } from "./quick-folder";
import { countedReads } from "./rows-read";

const START_MS = 90_000;
let folder: string;
beforeAll(async () => {
  folder = await quickFolder("sqld");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.runIf(hasSqld())("the sync on sqld", () => {
  let sqld: Sqld;
  let database: Database;
  let ground: Ground;
  let target: Target;
  const encodings = new Set<string | null>();
  beforeAll(async () => {
    sqld = await startSqld(join(folder, "one"));
    database = openRemote({
      url: sqld.url,
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        encodings.add(answer.headers.get("content-encoding"));
        return answer;
      },
    });
    ground = await openGround({ database });
    target = { ask: ground.ask, origin: ORIGIN, now: () => ground.clock.now };
  }, START_MS);
  afterAll(async () => {
    await ground.close();
    await sqld.stop();
  });

  syncContract(() => target);

  it("never lets it pack its answers", () => {
    expect([...encodings]).toEqual([null]);
  });

  it("knows a refused batch when it sees one", async () => {
    const twice = sql("insert into rate_limit (key, count, since) values ('same', 1, 1)");
    const failure = await database.write([twice, twice]).catch((error: unknown) => error);
    expect(isConstraintError(failure)).toBe(true);
  });

  it("migrates once, whoever comes first", async () => {
    await Promise.all([1, 2, 3].map(() => migrate(openRemote({ url: sqld.url }))));
  });

  it("a page costs its rows, however many the workspace has", async () => {
    const PAGE = { rows: 100, bytes: 1_000_000 };
    const costs: Record<string, number[]> = {};
    for (const size of [1000, 30_000]) {
      const workspace = `of ${size}`;
      await fill(database, workspace, size);
      const { reader, rowsRead } = countedReads(sqld.url);
      const rows = rowsOf(reader, workspace);
      const works = {
        empty: () => rows.after(size, PAGE),
        after: () => rows.after(size / 2, PAGE),
        newest: () => rows.newest({ upto: size, before: size + 1, from: undefined }, PAGE),
        window: () => rows.newest({ upto: size, before: size / 2, from: size / 2 - 50 }, PAGE),
        cut: () => rows.newest({ upto: size, before: size / 2, from: 1 }, { ...PAGE, bytes: 5000 }),
      };
      for (const [name, work] of Object.entries(works)) {
        const { page } = await work();
        expect(page.rows.ids.length > 0).toBe(name !== "empty");
        (costs[name] ??= []).push(rowsRead());
      }
    }
    for (const [small, large] of Object.values(costs)) {
      expect(large).toBe(small);
      expect(large).toBeLessThan(1000);
    }
  });

  it("two sequencers that do not know of each other lose nothing and repeat nothing", async () => {
    const owner = await ground.connect("two@example.org");
    const others = [1, 2].map(() =>
      createSequencer(openRemote({ url: sqld.url }), 1, () => ground.clock.now),
    );
    const ms = ground.clock.now - 1000;
    const order = (cid: string, from: number) => ({
      workspaceId: owner.workspace,
      userId: owner.userId,
      role: "owner" as const,
      body: pushOf(cid, [created(cid, { fullName: `${cid} ${from}` }, { ms })], { from }),
    });
    await Promise.all(
      others.map(async (other) => {
        const cid = newClientId();
        for (let from = 1; from <= 20; from++) {
          const answer = await other.push(order(cid, from));
          expect(answer.last).toBe(from);
        }
      }),
    );
    const [counts] = await database.read([
      sql("select count(*) n, max(seq) top from rows where workspace_id = ?", owner.workspace),
    ]);
    expect(counts![0]).toMatchObject({ n: 40, top: 40 });
  });
});
