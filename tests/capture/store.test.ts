import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Capture, JobRecord, PersonRecord } from "@/lib/capture/capture";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { findSaved } from "@/lib/capture/saved";
import { storeCapture } from "@/lib/capture/store";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { AppError } from "@/lib/platform/app-error";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { fixture } from "./fixtures";

let db: RapportDb;
let count = 0;
beforeEach(() => {
  count += 1;
  db = connect(`capture-${count}`);
});
afterEach(async () => {
  db.close();
  await Dexie.delete(db.name);
});

function captured(name: string, at = "2026-03-01T10:00:00.000Z"): Capture {
  const { html, expected } = fixture(name);
  const saved = openSaved(html);
  return read(expected.url, parseUncorrected(saved.html), allReaders, new Date(at), saved.ending);
}

const person = (record: PersonRecord, at = "2026-03-01T10:00:00.000Z"): Capture => ({
  kind: "profile",
  family: "sdui",
  url: "https://www.linkedin.com/in/ada-invented/",
  capturedAt: at,
  record,
  sections: {},
  problems: [],
  unparsed: [],
});

describe("a person who was never seen", () => {
  it("becomes a row with all that stood on the page, its passport and its sections", async () => {
    const stored = await storeCapture(db, captured("sdui-profile"));
    expect(stored).toMatchObject({
      table: "people",
      outcome: "created",
      sections: { skills: "cutOff" },
    });
    const row = await db.people.get(stored.id);
    expect(row).toMatchObject({
      fullName: "Orla Fennimere",
      memberUrn: "urn:li:fsd_profile:ACoAAtest1",
      capturedAt: "2026-03-01T10:00:00.000Z",
      sections: { experience: "present", skills: "cutOff", certifications: "absent" },
      passport: { headline: { source: "capture", visibility: "signedIn", family: "sdui" } },
    });
    expect(await db._outbox.count()).toBe(1);
  });

  it("leaves the text nobody understood on the device, out of what is synced", async () => {
    const unparsed = [{ section: "experience", lines: ["Keeper of a thing nobody named"] }];
    const { id } = await storeCapture(db, { ...captured("sdui-profile"), unparsed });
    expect((await db._unparsed.get(`people/${id}`))?.sections).toEqual(unparsed);
    expect(JSON.stringify(await db._outbox.toArray())).not.toContain("nobody named");
  });

  it("keeps what only a connection is shown on the device, adds to it, and says where it is from", async () => {
    const ada: PersonRecord = { fullName: "Ada Invented", publicId: "ada-invented" };
    const first = { emails: ["ada@example.com"], phones: [{ number: "+1 555 0100" }] };
    const then = { emails: ["ada@work.example"], birthday: "05-02" };
    const { id } = await storeCapture(db, person({ ...ada, contact: first }));
    const again = await storeCapture(db, person({ ...ada, contact: then }));
    const whole = { ...first, ...then, emails: ["ada@example.com", "ada@work.example"] };
    expect((await db._local.get(`people/${id}`))?.fields).toEqual({ contact: whole });
    expect(again.changes).toEqual([{ field: "contact", before: first, after: whole }]);
    expect((await storeCapture(db, person({ ...ada, contact: then }))).outcome).toBe("unchanged");
    expect(JSON.stringify(await db._outbox.toArray())).not.toContain("@");
    expect((await db.people.get(id))?.passport).toMatchObject({
      contact: { visibility: "firstDegree" },
    });
  });

  it("is gone again after undo", async () => {
    const { id, undo } = await storeCapture(db, captured("ember-profile"));
    await save(db, undo);
    expect(await db.people.get(id)).toBeUndefined();
  });

  it("needs a name", async () => {
    const nameless = person({ publicId: "ada-invented", skills: [{ name: "Filing" }] });
    await expect(storeCapture(db, nameless)).rejects.toThrow(new AppError("unreadable"));
    expect(await db._outbox.count()).toBe(0);
  });
});

describe("a person seen before", () => {
  it("is the same row by member id under a new address, then by address", async () => {
    const one = await storeCapture(
      db,
      person({ fullName: "Ada", publicId: "ada-1", memberUrn: "urn:li:fsd_profile:ACoA1" }),
    );
    const moved = await storeCapture(
      db,
      person({ fullName: "Ada", publicId: "ada-2", memberUrn: "urn:li:fsd_profile:ACoA1" }),
    );
    const guest = await storeCapture(db, person({ fullName: "Ada I.", publicId: "ada-2" }));
    expect([moved.id, guest.id]).toEqual([one.id, one.id]);
    expect(moved.changes).toEqual([{ field: "publicId", before: "ada-1", after: "ada-2" }]);
    expect(guest).toMatchObject({ outcome: "changed" });
    expect(await db.people.count()).toBe(1);
  });

  it("is unchanged by the same page, but for when it was seen", async () => {
    const first = await storeCapture(db, captured("sdui-profile"));
    const again = await storeCapture(db, captured("sdui-profile", "2026-04-01T10:00:00.000Z"));
    expect(again).toMatchObject({ id: first.id, outcome: "unchanged", changes: [] });
    expect((await db.people.get(first.id))?.capturedAt).toBe("2026-04-01T10:00:00.000Z");
  });

  it("keeps what was typed, and brings back what stood on undo", async () => {
    const ada = { fullName: "Ada", publicId: "ada-invented" };
    const { id } = await storeCapture(db, person({ ...ada, headline: "Clerk" }));
    const passport = { source: "user", at: "2026-03-02T00:00:00.000Z" };
    const fields = { fullName: "Ada, my words", "passport/fullName": passport };
    await save(db, [{ table: "people", id, fields }]);

    const later = person({ ...ada, headline: "Head clerk" }, "2026-05-01T00:00:00.000Z");
    const { changes, undo } = await storeCapture(db, later);
    expect(changes).toEqual([{ field: "headline", before: "Clerk", after: "Head clerk" }]);
    expect(await db.people.get(id)).toMatchObject({
      fullName: "Ada, my words",
      headline: "Head clerk",
    });

    await save(db, undo);
    expect(await db.people.get(id)).toMatchObject({ fullName: "Ada, my words", headline: "Clerk" });
  });

  it("merges the page of one section into the same person", async () => {
    const main = await storeCapture(db, captured("ember-profile"));
    const details = await storeCapture(
      db,
      captured("ember-profile-details", "2026-03-02T10:00:00.000Z"),
    );
    expect(details.id).toBe(main.id);
    const row = await db.people.get(main.id);
    expect(row?.skills?.map(({ name }) => name)).toEqual(["Braking", "Rhyme"]);
    expect(row?.experience).toHaveLength(3);
  });

  it("loses nothing to a page that was cut or had not loaded", async () => {
    const { record } = captured("sdui-profile");
    const { id } = await storeCapture(db, captured("sdui-profile"));
    const bare: Capture = {
      ...person(
        { fullName: "Orla Fennimere", memberUrn: "urn:li:fsd_profile:ACoAAtest1" },
        "2026-06-01T00:00:00.000Z",
      ),
      sections: { experience: "notLoaded", skills: "notLoaded", about: "notLoaded" },
      problems: [{ code: "cut-off" }],
    };
    await storeCapture(db, bare);
    const row = await db.people.get(id);
    expect(row?.experience).toHaveLength((record as PersonRecord).experience?.length ?? 0);
    expect(row?.sections).toMatchObject({ experience: "present", about: "present" });
  });
});

describe("two captures of one page at the same moment", () => {
  it("make one row", async () => {
    const both = await Promise.all([
      storeCapture(db, captured("sdui-profile")),
      storeCapture(db, captured("sdui-profile")),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["created", "unchanged"]);
    expect(await db.people.count()).toBe(1);
  });
});

describe("a job", () => {
  it("is found by its number, with what its words mean", async () => {
    const first = await storeCapture(db, captured("sdui-job"));
    const again = await storeCapture(db, captured("sdui-job", "2026-04-01T10:00:00.000Z"));
    expect(again).toMatchObject({ table: "jobs", id: first.id, outcome: "unchanged" });
    expect(await db.jobs.get(first.id)).toMatchObject({
      title: "Keeper of Keys",
      workplace: "Hybrid",
      workplaceType: "hybrid",
      workTime: "partTime",
      salary: { min: 3200, max: 3900, currency: "EUR", period: "month" },
    });
  });

  it("keeps the longer description", async () => {
    const long = captured("ember-job");
    const { id } = await storeCapture(db, long);
    const short: Capture = {
      ...long,
      record: { ...(long.record as JobRecord), description: "Edit" },
    };
    expect((await storeCapture(db, short)).outcome).toBe("unchanged");
    expect((await db.jobs.get(id))?.description).toBe("Edit at night.\nHeadlines");
  });
});

describe("a page known by its address alone", () => {
  it("is found by name, member id and job number, in any spelling of the address", async () => {
    const { id } = await storeCapture(db, captured("sdui-profile"));
    const job = await storeCapture(db, captured("guest-job"));
    for (const url of [
      "https://www.linkedin.com/in/orla-fennimere",
      "https://no.linkedin.com/in/Orla-Fennimere/?trk=x#about",
      "https://www.linkedin.com/in/ACoAAtest1/",
      "https://www.linkedin.com/in/orla-fennimere/details/skills/",
    ]) {
      expect((await findSaved(db, url))?.id, url).toBe(id);
    }
    for (const url of [
      "https://www.linkedin.com/jobs/view/777/",
      "https://www.linkedin.com/jobs/search/?keywords=x&currentJobId=777",
    ]) {
      expect((await findSaved(db, url))?.id, url).toBe(job.id);
    }
    for (const url of [
      "https://www.linkedin.com/in/nobody/",
      "https://www.linkedin.com/feed/",
      "",
      "x",
    ]) {
      expect(await findSaved(db, url), url).toBeUndefined();
    }
  });
});

describe("nothing to store", () => {
  it("is refused by its code", async () => {
    const wall = captured("no-page--sign-in-wall");
    await expect(storeCapture(db, wall)).rejects.toThrow(new AppError("unsupported-page"));
  });
});

describe("a company", () => {
  it("becomes a row that is found by its number, its address and its name, and is one row after", async () => {
    const first = await storeCapture(db, captured("ember-company"));
    expect(first).toMatchObject({ table: "companies", outcome: "created" });
    expect(await db.companies.get(first.id)).toMatchObject({
      name: "Glimmer & Sons",
      externalId: "5151",
      foundedYear: 1889,
      passport: { industry: { source: "capture" } },
    });
    const again = await storeCapture(db, captured("ember-company", "2026-03-02T10:00:00.000Z"));
    expect([again.id, again.outcome]).toEqual([first.id, "unchanged"]);
    const url = "https://www.linkedin.com/company/glimmer-sons/people/";
    expect(await findSaved(db, "https://www.linkedin.com/company/5151/")).toMatchObject({
      table: "companies",
      id: first.id,
    });
    expect(await findSaved(db, url)).toBeUndefined();
  });

  it("comes back when a person captures one they erased", async () => {
    const { id } = await storeCapture(db, captured("sdui-company"));
    await save(db, [{ table: "companies", id, fields: { isErased: true } }]);
    await storeCapture(db, captured("sdui-company"));
    expect((await db.companies.get(id))?.isErased).toBeUndefined();
  });
});
