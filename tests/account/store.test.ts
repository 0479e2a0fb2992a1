import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  discardRejected,
  readRejected,
  readSettings,
  retryRejected,
  saveSettings,
} from "@/lib/account/store";
import { eraseDevice, eraseTeamTraces } from "@/lib/account/store/erase";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { memoryStorage } from "../contacts/memory-storage";

const kept = vi.hoisted(() => ({
  get: vi.fn<() => Promise<Record<string, unknown>>>(),
  remove: vi.fn<(keys: string[]) => Promise<void>>(),
  session: vi.fn<() => Promise<void>>(),
  badge: vi.fn<() => Promise<void>>(),
  page: vi.fn<(wanted: { url: string }) => Promise<void>>(),
}));
vi.mock("@/lib/platform/browser", () => ({
  browser: {
    storage: { local: { get: kept.get, remove: kept.remove }, session: { clear: kept.session } },
    runtime: { getManifest: () => ({ action: { default_title: "Rapport" } }) },
    tabs: { query: async () => [{ id: 7 }] },
    action: {
      setBadgeText: kept.badge,
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async () => undefined,
    },
    offscreen: {
      hasDocument: async () => false,
      createDocument: kept.page,
      closeDocument: async () => undefined,
    },
  },
}));

const NOW = "2026-05-01T10:00:00.000Z";
const STAMP = "0000000000001-0000-test";

let db: RapportDb;
let made = 0;
beforeEach(() => {
  made += 1;
  db = connect(`account-${made}`);
});
afterEach(() => db.delete());

async function addRefused(notes: string): Promise<{ person: string; refused: number }> {
  const { ids } = await save(db, [{ table: "people", fields: { fullName: "Ada Orme" } }]);
  const person = ids[0] ?? "";
  const refused = await db._rejected.add({
    n: 7,
    why: "unknown-row",
    at: NOW,
    mutation: {
      tbl: "people",
      id: person,
      fields: { notes: [notes, STAMP], "tags/vip": [true, STAMP] },
    },
  });
  return { person, refused };
}

describe("settings", () => {
  it("are one row, made at the first choice", async () => {
    expect(await readSettings(db)).toBeNull();
    await saveSettings({ theme: "dark" }, db);
    await saveSettings({ density: "compact" }, db);
    expect(await db.settings.count()).toBe(1);
    expect(await readSettings(db)).toMatchObject({ theme: "dark", density: "compact" });
  });
});

describe("refused changes", () => {
  it("are told with the name of the person they are about", async () => {
    await addRefused("Met at the fair");
    expect(await db._rejected.count()).toBe(1);
    expect(await readRejected(db)).toMatchObject([
      {
        name: "Ada Orme",
        why: "unknown-row",
        at: NOW,
        fields: { notes: "Met at the fair", "tags/vip": true },
      },
    ]);
  });

  it("become edits of now when they are tried again", async () => {
    const { person, refused } = await addRefused("Met at the fair");
    const sent = await db._outbox.count();
    await retryRejected(refused, db);
    expect(await db.people.get(person)).toMatchObject({ notes: "Met at the fair", tags: ["vip"] });
    expect(await db._outbox.count()).toBe(sent + 1);
    expect(await db._rejected.count()).toBe(0);
  });

  it("are put right before they are tried again", async () => {
    const { person, refused } = await addRefused("Met at the fairr");
    await retryRejected(refused, db, { notes: "Met at the fair" });
    expect(await db.people.get(person)).toMatchObject({ notes: "Met at the fair", tags: ["vip"] });
  });

  it("stay on the list when they cannot be tried again", async () => {
    const { refused } = await addRefused("x");
    await db._rejected.update(refused, {
      mutation: { tbl: "newNoun", id: crypto.randomUUID(), fields: {} },
    });
    await expect(retryRejected(refused, db)).rejects.toMatchObject({ code: "too-old" });
    expect(await db._rejected.count()).toBe(1);
  });

  it("are let go without touching the row", async () => {
    const { person, refused } = await addRefused("x");
    await discardRejected(refused, db);
    expect(await db._rejected.count()).toBe(0);
    expect(await db.people.get(person)).not.toHaveProperty("notes");
  });
});

describe("erasing the device", () => {
  beforeEach(() => {
    for (const one of Object.values(kept)) one.mockReset();
    kept.get.mockResolvedValue({ "cloud.session": {}, "workspaces.wipe": {} });
    kept.badge.mockResolvedValue(undefined);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("leaves no row, nothing to send, no session, no key, no draft and no badge", async () => {
    await addRefused("x");
    const drafts = memoryStorage(new Map([["rapport.draft.people.1", "typed"]]));
    vi.stubGlobal("localStorage", drafts);
    await eraseDevice({ db, keep: ["workspaces.wipe"] });
    const counts = await Promise.all(db.tables.map((table) => table.count()));
    expect(counts.every((count) => count === 0)).toBe(true);
    expect(kept.remove).toHaveBeenCalledExactlyOnceWith(["cloud.session"]);
    expect(kept.session).toHaveBeenCalledOnce();
    expect(kept.badge).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: "" });
    expect(drafts.length).toBe(0);
  });

  it("reaches from a worker what only a page can reach", async () => {
    vi.stubGlobal("localStorage", undefined);
    await eraseDevice({ db });
    expect(kept.page).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ url: "/forget.html?", reasons: ["LOCAL_STORAGE"] }),
    );
  });

  it("takes a team's drafts and leaves one's own", async () => {
    const own = memoryStorage();
    own.setItem("rapport.draft.people.1", "mine");
    own.setItem("rapport.north.draft.people.2", "theirs");
    own.setItem("rapport.north.message.3", "theirs too");
    vi.stubGlobal("localStorage", own);
    await eraseTeamTraces("rapport.north");
    expect(Array.from({ length: own.length }, (_, at) => own.key(at))).toEqual([
      "rapport.draft.people.1",
    ]);
  });
});
