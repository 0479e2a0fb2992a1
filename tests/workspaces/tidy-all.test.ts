import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { keepTidy } from "@/lib/contacts/store/tidy";
import { connect, type RapportDb } from "@/lib/data/db";
import { writeRole } from "@/lib/data/role";
import { save } from "@/lib/data/save";
import type { Role } from "@/lib/model/role";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import type { KnownTeam } from "@/lib/workspaces/registry";
import { tidyAll } from "@/lib/workspaces/tidy-all";

const team = (id: string, role: Role = "recruiter"): KnownTeam => ({
  id,
  name: id,
  role,
  database: `${PERSONAL}.${id}`,
  userId: "me",
});

/** A tidier rests ten times as long as it worked. */
const SOON = { timeout: 15_000 };

let worlds = 0;

/** This device's databases, and what a screen would do to the list of teams. */
function newDevice(first: readonly KnownTeam[]) {
  const mark = `tidy${++worlds}.`;
  const opened = new Map<string, RapportDb>();
  const open = (name: string) => {
    const db = opened.get(name) ?? connect(mark + name);
    opened.set(name, db);
    return db;
  };
  const under: string[] = [];
  const watching: ((teams: readonly KnownTeam[]) => void)[] = [];
  const tidying = tidyAll({
    teams: async () => first,
    watchTeams: (onChange) => void watching.push(onChange),
    tidy(database) {
      under.push(database);
      const kept = keepTidy(open(database), undefined, 0);
      return {
        ...kept,
        stop() {
          under.splice(under.indexOf(database), 1);
          kept.stop();
        },
      };
    },
  });
  const tell = (teams: readonly KnownTeam[]) => {
    for (const onChange of watching) onChange(teams);
  };
  return { open, under, tidying, tell };
}

const add = (db: RapportDb) =>
  save(db, [{ table: "people", fields: { fullName: "Ada", company: "Lantern" } }]);
const employers = (db: RapportDb) => db.companies.count();

it(
  "a team's people are linked and made one as one's own are, from the moment it is known",
  { timeout: 40_000 },
  async () => {
    const device = newDevice([team("north")]);
    await expect.poll(() => device.under, SOON).toEqual([PERSONAL, "rapport.north"]);
    await add(device.open("rapport.north"));
    await expect.poll(() => employers(device.open("rapport.north")), SOON).toBe(1);
    expect(await employers(device.open(PERSONAL))).toBe(0);

    device.tell([team("north"), team("south")]);
    await add(device.open("rapport.south"));
    await expect.poll(() => employers(device.open("rapport.south")), SOON).toBe(1);
  },
);

it(
  "a team that one only reads is left to those who may write, until one may",
  { timeout: 40_000 },
  async () => {
    const device = newDevice([team("north", "viewer")]);
    const db = device.open("rapport.north");
    await add(db);
    await writeRole(db, "viewer");
    const outbox = await db._outbox.count();
    device.tidying.wake();
    await add(device.open(PERSONAL));
    await expect.poll(() => employers(device.open(PERSONAL)), SOON).toBe(1);
    expect(await db._outbox.count()).toBe(outbox);

    await writeRole(db, "recruiter");
    device.tidying.wake();
    await expect.poll(() => employers(db), SOON).toBe(1);
  },
);

it("a team that is left is left alone", async () => {
  const device = newDevice([team("north")]);
  await expect.poll(() => device.under, SOON).toHaveLength(2);
  device.tell([]);
  expect(device.under).toEqual([PERSONAL]);
});
