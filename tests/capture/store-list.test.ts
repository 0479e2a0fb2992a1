import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Capture, PersonRecord } from "@/lib/capture/capture";
import { storeCapture } from "@/lib/capture/store";
import { lookAtList, storeList } from "@/lib/capture/store/list";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";

const AT = "2026-03-01T10:00:00.000Z";
const URL = "https://www.linkedin.com/mynetwork/invite-connect/connections/";

let db: RapportDb;
let count = 0;
beforeEach(() => {
  count += 1;
  db = connect(`list-${count}`);
});
afterEach(async () => {
  db.close();
  await Dexie.delete(db.name);
});

const list = (records: PersonRecord[], more: Partial<Capture> = {}): Capture => ({
  kind: "connections",
  family: "sdui",
  url: URL,
  capturedAt: AT,
  records,
  sections: { rows: "present" },
  problems: [],
  unparsed: [],
  ...more,
});
const profile = (record: PersonRecord): Capture => ({
  ...list([]),
  kind: "profile",
  record,
  records: undefined,
  sections: { about: "present" },
});
const ada: PersonRecord = { fullName: "Ada Invented", publicId: "ada", headline: "Engineer" };
const ben: PersonRecord = { fullName: "Ben Made-Up", publicId: "ben", connectedAt: "2026-02-03" };

const invited = (invitation: PersonRecord["invitation"]): Capture =>
  list([{ ...ada, invitation }], { kind: "invitations" });

describe("a list of people", () => {
  it("becomes one row each, in one entry to send and one undo", async () => {
    const stored = await storeList(db, list([ada, ben], { total: "1,465" }));
    expect(stored).toMatchObject({
      table: "people",
      total: "1,465",
      counts: { created: 2, changed: 0, unchanged: 0, refused: 0 },
      rows: [
        { name: "Ada Invented", outcome: "created" },
        { name: "Ben Made-Up", outcome: "created" },
      ],
    });
    expect(await db.people.get(stored.rows[1]!.id)).toMatchObject({
      connectedAt: "2026-02-03",
      capturedAt: AT,
      passport: { connectedAt: { source: "capture", visibility: "signedIn", family: "sdui" } },
    });
    expect(await db._outbox.count()).toBe(1);
    await save(db, stored.undo);
    expect(await db.people.count()).toBe(0);
  });

  it("writes nothing the second time, and says which were there", async () => {
    await storeList(db, list([ada, ben]));
    const again = await storeList(db, list([ada, ben], { capturedAt: "2026-03-02T10:00:00.000Z" }));
    expect(again.counts).toEqual({ created: 0, changed: 0, unchanged: 2, refused: 0 });
    expect(again.undo).toEqual([]);
    expect(await db._outbox.count()).toBe(1);
  });

  it("merges a row into the person a profile made, by member id before the name in the address", async () => {
    const memberUrn = "urn:li:fsd_profile:ACoAAtest1";
    const kept = await storeCapture(db, profile({ ...ada, memberUrn, about: "Long." }));
    const moved: PersonRecord = { ...ada, publicId: "ada-married", memberUrn, degree: 1 };
    const stored = await storeList(db, list([moved]));
    expect(stored.rows).toEqual([{ id: kept.id, name: "Ada Invented", outcome: "changed" }]);
    expect(await db.people.get(kept.id)).toMatchObject({
      publicId: "ada-married",
      degree: 1,
      about: "Long.",
      sections: { about: "present" },
    });
    await save(db, stored.undo);
    expect(await db.people.get(kept.id)).toMatchObject({ publicId: "ada", about: "Long." });
  });

  it("never shortens what a page of the person's own said, nor what somebody typed", async () => {
    const full = {
      ...ada,
      headline: "Engineer at Work | Speaker",
      location: "Lyon, Rhône, France",
    };
    const { id } = await storeCapture(db, profile(full));
    await save(db, [
      {
        table: "people",
        id,
        fields: { fullName: "Ada Typed", "passport/fullName": { source: "user", at: AT } },
      },
    ]);
    const stored = await storeList(
      db,
      list([{ ...ada, headline: "Engineer at Work…", location: "Lyon" }]),
    );
    expect(stored.counts.unchanged).toBe(1);
    expect(await db.people.get(id)).toMatchObject({ ...full, fullName: "Ada Typed" });
  });

  it("keeps when the page of the person was read: nobody opened it", async () => {
    const { id } = await storeCapture(db, profile(ada));
    const later = { capturedAt: "2026-04-01T10:00:00.000Z" };
    await storeList(db, list([{ ...ada, headline: "Director" }], later));
    const row = await db.people.get(id);
    expect(row).toMatchObject({ headline: "Director", capturedAt: AT });
  });

  it("takes two rows of one person as one, and the second adds to the first", async () => {
    const stored = await storeList(db, list([ada, { publicId: "ada", location: "Lyon" }]));
    expect(stored.counts).toMatchObject({ created: 1, refused: 0 });
    expect(await db.people.toArray()).toMatchObject([{ ...ada, location: "Lyon" }]);
  });

  it("says which rows it refused and why, and keeps the others", async () => {
    const stored = await storeList(
      db,
      list([ada, { fullName: "Nowhere" }, { publicId: "unnamed" }], {
        problems: [{ code: "row-nameless", row: 4 }, { code: "cut-off" }],
      }),
    );
    expect(stored.refused).toEqual([
      { row: 4, code: "row-nameless" },
      { row: 2, code: "row-unreadable" },
      { row: 3, code: "row-nameless" },
    ]);
    expect(await db.people.count()).toBe(1);
  });

  it("says beforehand what it would do, and writes nothing for that", async () => {
    await storeList(db, list([ada]));
    const seen = await lookAtList(db, list([{ ...ada, headline: "Director" }, ben]));
    expect(seen.counts).toEqual({ created: 1, changed: 1, unchanged: 0, refused: 0 });
    expect(await db.people.count()).toBe(1);
    expect(await db._outbox.count()).toBe(1);
  });

  it("holds ten thousand rows", async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      fullName: `Person ${i}`,
      publicId: `person-${i}`,
      headline: `Engineer ${i}`,
      connectedAt: "2026-02-03",
    }));
    const stored = await storeList(db, list(many));
    expect(stored.counts.created).toBe(10_000);
    await save(db, stored.undo);
    expect(await db.people.count()).toBe(0);
  }, 120_000);
});

describe("a list of invitations", () => {
  it("keeps what happened beside the person, once", async () => {
    const sent = {
      direction: "sent",
      at: "2026-02-15T00:00:00.000Z",
      atText: "2 weeks ago",
    } as const;
    const stored = await storeList(db, invited(sent));
    await storeList(db, invited({ ...sent, at: "2026-02-17T00:00:00.000Z", note: "Hello Ada" }));
    expect(await db.interactions.toArray()).toMatchObject([
      {
        personId: stored.rows[0]!.id,
        type: "connectionRequest",
        direction: "sent",
        at: sent.at,
        atText: "2 weeks ago",
        content: "Hello Ada",
      },
    ]);
    expect(await db.people.get(stored.rows[0]!.id)).not.toHaveProperty("invitation");
  });

  it("is taken back with the list", async () => {
    const stored = await storeList(db, invited({ direction: "received", note: "Hi" }));
    await save(db, stored.undo);
    expect([await db.people.count(), await db.interactions.count()]).toEqual([0, 0]);
  });
});
