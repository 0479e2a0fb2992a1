import "fake-indexeddb/auto";
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { changedTables, holdWatching, watch } from "@/lib/data/watch";
import { save } from "@/lib/data/save";
import { freshDb } from "./ground";

it("tells the queries of a table, and of no other, that it changed", async () => {
  const db = freshDb();
  await db.open();
  const told: unknown[] = [];
  const queries = new QueryClient();
  queries.invalidateQueries = async (filters) => {
    told.push(filters?.queryKey?.[0]);
  };
  const stop = watch(queries, db.name);
  await save(db, [{ table: "jobs", fields: { title: "Archivist" } }]);
  await expect.poll(() => told).toContain("jobs");
  expect(told).not.toContain("people");

  stop();
  told.length = 0;
  await save(db, [{ table: "people", fields: { fullName: "Ada" } }]);
  expect(told).toEqual([]);
});

it("hears one database and not another whose name begins alike", () => {
  const parts = {
    "idb://rapport/people/": 1,
    "idb://rapport/people/:dels": 1,
    "idb://rapport-team/jobs/": 1,
  };
  expect(changedTables(parts, "rapport")).toEqual(new Set(["people"]));
});

it("reads again once more when a table changes while it is being read", async () => {
  const db = freshDb();
  await db.open();
  const readings: (() => void)[] = [];
  const stop = watch(
    {
      invalidateQueries: (filters) =>
        filters?.queryKey?.[0] === "jobs"
          ? new Promise<void>((resolve) => readings.push(resolve))
          : Promise.resolve(),
    },
    db.name,
  );
  const add = (title: string) => save(db, [{ table: "jobs", fields: { title } }]);
  await add("one");
  await expect.poll(() => readings.length).toBe(1);
  await Promise.all([add("two"), add("three"), add("four")]);
  expect(readings.length).toBe(1);
  readings[0]?.();
  await expect.poll(() => readings.length).toBe(2);
  stop();
});

it("waits while it is held, and reads once at the release", async () => {
  const db = freshDb();
  await db.open();
  const told: unknown[] = [];
  const stop = watch(
    { invalidateQueries: async (filters) => void told.push(filters?.queryKey?.[0]) },
    db.name,
  );
  const release = holdWatching();
  for (const title of ["one", "two", "three"]) {
    await save(db, [{ table: "jobs", fields: { title } }]);
  }
  expect(told).toEqual([]);
  release();
  release();
  await expect.poll(() => told.filter((table) => table === "jobs")).toEqual(["jobs"]);
  stop();
});
