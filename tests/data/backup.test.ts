import "fake-indexeddb/auto";
import { describe, expect, it, vi } from "vitest";
import { exportBackup, restoreBackup } from "@/lib/data/backup";
import { DB_VERSION } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";
import { save } from "@/lib/data/save";
import { DAY, NOW, openWorld, peopleOf, type Clocked } from "./devices";
import { everything } from "./ground";

async function filled(device: Clocked): Promise<string> {
  const { ids } = await save(
    device.db,
    [
      {
        table: "people",
        fields: {
          fullName: "Ada Brightwater",
          "tags/vip": true,
          contact: { emails: ["ada@quillmark.example"] },
        },
      },
      {
        table: "documents",
        fields: { name: "cv.pdf", content: new Blob(["%PDF é"], { type: "application/pdf" }) },
      },
    ],
    device.now,
  );
  await device.db._unparsed.put({
    key: `people/${ids[0] as string}`,
    at: new Date(NOW).toISOString(),
    url: "https://www.linkedin.com/in/ada-brightwater",
    sections: [{ section: "awards", lines: ["A line"] }],
  });
  return ids[0] as string;
}

/** Everything but the sync's own place, which a copy has for itself. */
async function held(device: Clocked): Promise<Record<string, unknown[]>> {
  const { _meta, ...rest } = await everything(device.db);
  return rest;
}

describe("a backup of the whole database", () => {
  it("comes back as it was, with what never leaves the device and what waits to be sent", async () => {
    const { newDevice } = openWorld();
    const [from, to] = [newDevice(), newDevice()];
    const id = await filled(from);
    await save(to.db, [{ table: "people", fields: { fullName: "Somebody else" } }], NOW);
    const { rows } = await restoreBackup(to.db, await exportBackup(from.db, new Date(NOW)));
    expect(rows).toBeGreaterThan(4);
    expect(await held(to)).toEqual(await held(from));
    expect(await to.db.people.get(id)).toMatchObject({ tags: ["vip"], contact: { emails: [/./] } });
    const [document] = await to.db.documents.toArray();
    expect(document?.content?.type).toBe("application/pdf");
    expect(await document?.content?.text()).toBe("%PDF é");
  });

  it("EPO-4 goes on as a device of its own: both it and the original sync", async () => {
    const { newDevice, sync } = openWorld();
    const [from, to] = [newDevice(), newDevice()];
    const id = await filled(from);
    await sync(from);
    await save(from.db, [{ table: "people", id, fields: { notes: "unsent" } }], NOW);
    await restoreBackup(to.db, await exportBackup(from.db));
    expect((await readSyncMeta(to.db)).cid).not.toBe((await readSyncMeta(from.db)).cid);
    await save(to.db, [{ table: "people", id, fields: { headline: "copy" } }], NOW);
    await save(from.db, [{ table: "people", id, fields: { location: "original" } }], NOW);
    for (const device of [from, to, from]) await sync(device);
    const [one] = await peopleOf(from);
    expect(one).toMatchObject({ notes: "unsent", headline: "copy", location: "original" });
    const { contact: _, ...copied } = (await peopleOf(to))[0] ?? {};
    const { contact: __, ...original } = one ?? {};
    expect(copied).toEqual(original);
  });

  it("brings back an old state of a notebook without an account", async () => {
    const { newDevice } = openWorld();
    const device = newDevice();
    const id = await filled(device);
    const backup = await exportBackup(device.db);
    await save(device.db, [{ table: "people", id, fields: { _del: true } }], NOW + DAY);
    await restoreBackup(device.db, backup);
    expect(await peopleOf(device)).toMatchObject([{ fullName: "Ada Brightwater" }]);
  });

  it.each([
    ["no JSON", "<html>", "backup-unreadable"],
    [
      "cut off",
      '{"format":"rapport-database","version":1,"stores":{"people":[{"id"',
      "backup-unreadable",
    ],
    ["another file", '{"format":"rapport-notebook","version":1,"tables":{}}', "backup-unreadable"],
    [
      "from a later version",
      JSON.stringify({
        format: "rapport-database",
        version: DB_VERSION + 1,
        exportedAt: "",
        stores: {},
      }),
      "database-newer",
    ],
  ])("that is %s is refused, and everything stays", async (_, text, code) => {
    const { newDevice } = openWorld();
    const device = newDevice();
    await filled(device);
    const before = await held(device);
    await expect(restoreBackup(device.db, new Blob([text]))).rejects.toMatchObject({ code });
    expect(await held(device)).toEqual(before);
  });

  it("that does not fit on the disk leaves everything as it was", async () => {
    const { newDevice } = openWorld();
    const [from, to] = [newDevice(), newDevice()];
    await filled(from);
    await filled(to);
    const before = await held(to);
    const backup = await exportBackup(from.db);
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("No room left", "QuotaExceededError");
    });
    await expect(restoreBackup(to.db, backup)).rejects.toMatchObject({ code: "disk-full" });
    full.mockRestore();
    expect(await held(to)).toEqual(before);
  });
});

it("a page as it stood is in no backup, and a restored notebook has none", async () => {
  const device = openWorld().newDevice();
  const id = await filled(device);
  await device.db._snapshots.put({
    key: `people/${id}`,
    at: new Date(NOW).toISOString(),
    bytes: 3,
    packed: new Uint8Array([1, 2, 3]),
  });
  const file = await exportBackup(device.db);
  expect(await file.text()).not.toContain("_snapshots");
  await restoreBackup(device.db, file);
  expect(await device.db._snapshots.count()).toBe(0);
  expect(await device.db.people.count()).toBe(1);
});
