import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import {
  countOwnApplications,
  dropOwnApplication,
  moveOwnApplication,
  readInsiders,
  readOwnApplication,
  readOwnApplications,
  setAppliedOn,
  setContact,
} from "@/lib/job-search/store";
import { movesOf } from "@/lib/job-search/moves";
import type { Application } from "@/lib/model/application";
import { computedId } from "@/lib/contacts/computed-id";

const JOB = "0190b0c0-0000-7000-8000-000000000001";
const OTHER = "0190b0c0-0000-7000-8000-000000000002";
const MON = new Date("2026-11-16T09:00:00.000Z");
const FRI = new Date("2026-11-20T09:00:00.000Z");

let db: RapportDb;
let made = 0;
beforeEach(async () => {
  made += 1;
  db = connect(`job-search-${made}`);
  await save(db, [
    {
      table: "jobs",
      id: JOB,
      create: true,
      fields: { title: "Archivist", externalId: "4000000001" },
    },
    { table: "jobs", id: OTHER, create: true, fields: { title: "Registrar" } },
  ]);
});
afterEach(() => db.delete());

async function standing(): Promise<Application> {
  const own = await readOwnApplication(JOB, db);
  if (own === null || own === "no-job") throw new Error("There is no application.");
  return own;
}

describe("an application of one's own", () => {
  it("begins with the first word of it, and each step is kept with its day", async () => {
    await moveOwnApplication(JOB, "saved", db, MON);
    await moveOwnApplication(JOB, "applied", db, FRI);
    const own = await standing();
    expect(own).toMatchObject({
      direction: "sent",
      stage: "applied",
      stageChangedAt: FRI.toISOString(),
      appliedAt: FRI.toISOString(),
    });
    expect(movesOf(own).map(({ to, at }) => [to, at])).toEqual([
      ["saved", MON.toISOString()],
      ["applied", FRI.toISOString()],
    ]);
  });

  it("writes nothing where it stands there already, and every step can be taken back", async () => {
    await moveOwnApplication(JOB, "applied", db, MON);
    const again = await moveOwnApplication(JOB, "applied", db, FRI);
    expect(again.undo).toEqual([]);
    const { undo } = await moveOwnApplication(JOB, "interview", db, FRI);
    await save(db, undo);
    const own = await standing();
    expect(own.stage).toBe("applied");
    expect(movesOf(own)).toHaveLength(1);
  });

  it("is the row LinkedIn's own export makes for the same post", async () => {
    const { ids } = await moveOwnApplication(JOB, "applied", db, MON);
    expect(ids).toEqual([computedId("linkedin/application", "4000000001")]);
    await moveOwnApplication(OTHER, "applied", db, MON);
    expect(await countOwnApplications(db)).toBe(2);
  });

  it("takes the day one remembers, and goes when it is dropped", async () => {
    const { ids } = await moveOwnApplication(JOB, "applied", db, FRI);
    await setAppliedOn(ids[0]!, "2026-11-02", db);
    await moveOwnApplication(JOB, "offer", db, FRI);
    expect((await standing()).appliedAt).toBe("2026-11-02");
    const { undo } = await dropOwnApplication(ids[0]!, db);
    expect(await readOwnApplication(JOB, db)).toBeNull();
    await save(db, undo);
    expect((await standing()).stage).toBe("offer");
  });

  it("leaves a candidate's application at the same job alone", async () => {
    await save(db, [
      { table: "applications", fields: { jobId: JOB, direction: "received", stage: "applied" } },
    ]);
    expect(await readOwnApplication(JOB, db)).toBeNull();
    await moveOwnApplication(JOB, "saved", db, MON);
    expect(await db.applications.count()).toBe(2);
  });
});

it("lists all of them by stage, in the order stages go, without jobs that are gone", async () => {
  await moveOwnApplication(OTHER, "rejected", db, MON);
  await moveOwnApplication(JOB, "applied", db, FRI);
  await save(db, [
    {
      table: "applications",
      fields: { jobId: crypto.randomUUID(), direction: "sent", stage: "saved" },
    },
  ]);
  const groups = await readOwnApplications(db);
  expect(groups.map(({ stage, applied }) => [stage, applied.map(({ job }) => job.title)])).toEqual([
    ["applied", ["Archivist"]],
    ["rejected", ["Registrar"]],
  ]);
});

it("is none of a job that is gone", async () => {
  expect(await readOwnApplication(crypto.randomUUID(), db)).toBe("no-job");
});

it("knows whom one could ask at the firm, but not oneself nor those who said no", async () => {
  const firm = crypto.randomUUID();
  await save(db, [
    { table: "jobs", id: JOB, fields: { employerId: firm } },
    { table: "people", fields: { fullName: "Zoé Hart", employerId: firm, position: "Registrar" } },
    { table: "people", fields: { fullName: "Ada Brightwater", employerId: firm } },
    { table: "people", fields: { fullName: "Me", employerId: firm, isSelf: true } },
    { table: "people", fields: { fullName: "No More", employerId: firm, doNotContact: true } },
  ]);
  const { ids } = await save(db, [{ table: "people", fields: { fullName: "Bo Elsewhere" } }]);
  await moveOwnApplication(JOB, "applied", db, MON);
  const names = async () => (await readInsiders(await standing(), db)).map((one) => one.fullName);
  expect(await names()).toEqual(["Ada Brightwater", "Zoé Hart"]);
  await setContact((await standing()).id, ids[0]!, db);
  expect(await names()).toEqual(["Ada Brightwater", "Bo Elsewhere", "Zoé Hart"]);
  await setContact((await standing()).id, null, db);
  expect((await standing()).personId).toBeUndefined();
});
