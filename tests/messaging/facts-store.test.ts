import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { render } from "@/lib/messaging/language/render";
import * as store from "@/lib/messaging/store/facts";

let db: RapportDb;
let made = 0;
beforeEach(() => {
  made += 1;
  db = connect(`facts-${made}`);
});
afterEach(() => db.delete());

async function add(
  table: Parameters<typeof save>[1][number]["table"],
  fields: Record<string, string | boolean>,
) {
  const { ids } = await save(db, [{ table, fields }]);
  return ids[0]!;
}

describe("the facts of a draft", () => {
  it("are the person, oneself, the job, the firm and what was last said", async () => {
    const companyId = await add("companies", { name: "Quillmark" });
    const personId = await add("people", { fullName: "Maëlle Brightwater", employerId: companyId });
    const jobId = await add("jobs", { title: "Archivist" });
    await store.saveSelf({ fullName: "Idris Fenwick" }, db);
    const call = { personId, type: "call" };
    await add("interactions", { ...call, at: "2026-01-01T00:00:00.000Z", subject: "old" });
    await add("interactions", { ...call, at: "2026-02-01T00:00:00.000Z", subject: "maps" });
    await add("interactions", { personId, type: "note", at: "2026-03-01T00:00:00.000Z" });
    const facts = await store.readFacts({ personId, jobId, language: "en" }, db);
    const template =
      "{firstName} {myName} {jobTitle} {company_name} {lastTopic} {lastInteractionDate}";
    expect(render(template, facts).text).toBe(
      "Maëlle Idris Fenwick Archivist Quillmark maps February 1, 2026",
    );
  });

  it("take the later of a message and a moment of the history", async () => {
    const personId = await add("people", { fullName: "Maëlle" });
    await add("interactions", {
      personId,
      type: "call",
      at: "2026-01-01T00:00:00.000Z",
      subject: "maps",
    });
    await add("messages", {
      personId,
      status: "sent",
      sentAt: "2026-02-01T00:00:00.000Z",
      subject: "atlases",
    });
    expect(
      render("{lastTopic}", await store.readFacts({ personId, language: "en" }, db)).text,
    ).toBe("atlases");
    await add("interactions", {
      personId,
      type: "call",
      at: "2026-03-01T00:00:00.000Z",
      subject: "globes",
    });
    expect(
      render("{lastTopic}", await store.readFacts({ personId, language: "en" }, db)).text,
    ).toBe("globes");
  });

  it("hold the next interview, not one that was called off", async () => {
    const personId = await add("people", { fullName: "Maëlle" });
    const applicationId = await add("applications", { personId, jobId: personId });
    const base = { applicationId };
    await add("interviews", { ...base, startsAt: "2026-01-01T10:00:00.000Z", place: "past" });
    await add("interviews", {
      ...base,
      startsAt: "2026-04-01T10:00:00.000Z",
      place: "off",
      status: "cancelled",
    });
    await add("interviews", { ...base, startsAt: "2026-05-01T10:00:00.000Z", place: "next" });
    const now = new Date("2026-03-01T00:00:00Z");
    const facts = await store.readFacts({ personId, language: "en" }, db, now);
    expect(facts.interview?.place).toBe("next");
  });

  it("of somebody who is gone are an error with a code", async () => {
    const gone = { personId: "0190b0c0-0000-7000-8000-000000000001", language: "en" };
    await expect(store.readFacts(gone, db)).rejects.toMatchObject({ code: "unknown-row" });
  });
});

describe("oneself", () => {
  it("is found once, remembered, and found again when another device made it", async () => {
    expect(await store.readSelf(db)).toBeUndefined();
    const id = await add("people", { fullName: "Idris", isSelf: true });
    expect(await store.readSelf(db)).toBeUndefined();
    expect((await store.findSelf(db))?.id).toBe(id);
    expect((await store.readSelf(db))?.id).toBe(id);
    await save(db, [{ table: "people", id, fields: { isSelf: false } }]);
    expect(await store.readSelf(db)).toBeUndefined();
  });

  it("is one row, however often one says one's name", async () => {
    await store.saveSelf({ fullName: "Idris" }, db);
    await store.saveSelf({ fullName: "Idris Fenwick", company: "Lanternworks" }, db);
    expect(await db.people.count()).toBe(1);
    expect(await store.readSelf(db)).toMatchObject({ fullName: "Idris Fenwick", isSelf: true });
  });
});

describe("the account notes are written from", () => {
  it("is a free one until said otherwise", async () => {
    expect(await store.readAccount(db)).toBe("free");
    await store.saveAccount("premium", db);
    expect(await store.readAccount(db)).toBe("premium");
  });
});

describe("jobs a message may be about", () => {
  it("are the ones saved last", async () => {
    for (const title of ["one", "two", "three"]) await add("jobs", { title });
    expect((await store.recentJobs(2, db)).map(({ title }) => title)).toEqual(["three", "two"]);
  });
});
