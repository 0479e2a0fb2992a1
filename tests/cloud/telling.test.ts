import "fake-indexeddb/auto";
import { afterEach, expect, it, vi } from "vitest";
import { readStatus, toldAsideKey } from "@/lib/cloud/status";
import { createTelling } from "@/lib/cloud/telling";
import { connect } from "@/lib/data/db";
import { watch } from "@/lib/data/watch";

afterEach(() => void vi.restoreAllMocks());

it("a state that the full disk does not take is told aside, and taken back with the first it takes", async () => {
  const db = connect("rapport");
  const key = toldAsideKey(db.name);
  const kept = new Map<string, unknown>();
  const tell = createTelling(db, {
    read: async (name) => kept.get(name),
    write: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
  });
  await tell({ phase: "idle" });
  const read: unknown[] = [];
  const invalidateQueries = async (filters?: { queryKey?: readonly unknown[] }) =>
    void read.push(filters?.queryKey?.[0]);
  const stop = watch({ invalidateQueries }, db.name);
  const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("No room left", "QuotaExceededError");
  });
  const told = await tell({ phase: "idle" });
  expect(told).toMatchObject({ phase: "attention", error: "no-room-to-sync", waiting: 0 });
  expect(kept.get(key)).toEqual(told);
  expect(await readStatus(db)).toMatchObject({ phase: "idle" });
  expect(read).toEqual(["_meta"]);

  full.mockRestore();
  await tell({ phase: "idle" });
  expect(kept.has(key)).toBe(false);
  stop();
  db.close();
});
