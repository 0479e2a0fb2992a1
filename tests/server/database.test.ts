import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundleMigrations } from "@/server/bundle-migrations";
import { isConstraintError, sql, type Database } from "@/server/database";
import { openFile } from "@/server/database-file";
import { createLanes, laneOf } from "@/server/lanes";
import { migrate } from "@/server/migrate";

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-database-"));
  database = await openFile(join(folder, "deep/er/test.db"));
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

describe("migrations", () => {
  it("bring a new file to today's tables, once, whoever starts first", async () => {
    const second = await openFile(join(folder, "deep/er/test.db"));
    await Promise.all([migrate(database), migrate(second), migrate(database)]);
    await migrate(second);
    const [tables] = await second.read([
      sql("select name from sqlite_master where type = 'table'"),
    ]);
    expect(tables!.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["rows", "member", "user"]),
    );
    second.close();
  });

  it("are bundled as drizzle-kit wrote them", () => {
    expect(readFileSync("drizzle/migrations.ts", "utf8")).toBe(bundleMigrations());
  });
});

describe("a write batch", () => {
  beforeEach(() => migrate(database));

  it("is all or nothing", async () => {
    const twice = sql("insert into rate_limit (key, count, since) values ('a', 1, 1)");
    const failure = await database.write([twice, twice]).catch((error: unknown) => error);
    expect(isConstraintError(failure)).toBe(true);
    expect((await database.read([sql("select * from rate_limit")]))[0]).toEqual([]);
  });

  it("that fails does not hold up the next", async () => {
    const bad = database.write([sql("this is no SQL")]);
    const good = database.write([
      sql("insert into rate_limit (key, count, since) values ('b', 1, 1)"),
    ]);
    await expect(bad).rejects.toThrow(/syntax/);
    expect((await good)[0]!.changed).toBe(1);
  });
});

describe("lanes", () => {
  it("keep the order of one key and let at most their number run", async () => {
    const lanes = createLanes(2);
    let running = 0;
    let most = 0;
    const seen: string[] = [];
    const keys = Array.from({ length: 40 }, (_, n) => `w${n % 8}`);
    await Promise.all(
      keys.map((key, n) =>
        lanes.run(key, async () => {
          most = Math.max(most, ++running);
          await new Promise(setImmediate);
          seen.push(`${key}:${n}`);
          running--;
        }),
      ),
    );
    expect(most).toBe(2);
    const ofOne = seen
      .filter((entry) => entry.startsWith("w3:"))
      .map((entry) => Number(entry.slice(3)));
    expect(ofOne).toEqual([...ofOne].sort((a, b) => a - b));
  });

  it("spread workspaces, the same one always to the same lane", () => {
    const lanes = new Set(Array.from({ length: 100 }, (_, n) => laneOf(`workspace-${n}`, 4)));
    expect(lanes).toEqual(new Set([0, 1, 2, 3]));
    expect(laneOf("workspace-7", 4)).toBe(laneOf("workspace-7", 4));
  });
});
