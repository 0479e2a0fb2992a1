import "fake-indexeddb/auto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLeaving } from "@/lib/cloud/leaving";
import { createLoop } from "@/lib/cloud/loop";
import { createTeams } from "@/lib/cloud/teams";
import { readStatus } from "@/lib/cloud/status";
import { PERSONAL } from "@/lib/platform/chosen-workspace";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { createFleet } from "@/lib/workspaces/fleet";
import { createRegistry } from "@/lib/workspaces/registry";
import { listDeparted } from "@/lib/workspaces/store/unsent";
import { WIPED_KEY } from "@/lib/workspaces/wipe-record";
import { openGround, type Ground } from "../cloud/ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

let devices = 0;

/** A browser with a fleet: databases of its own, and what the background would be given. */
async function newBrowser(email: string) {
  const { session, kept } = await ground.newDevice(email);
  const mark = `fleet${++devices}.`;
  const opened = new Map<string, RapportDb>();
  const open = (name: string) => {
    const db = opened.get(name) ?? connect(mark + name);
    opened.set(name, db);
    return db;
  };
  const storage = {
    read: async (key: string) => kept.get(key),
    write: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    remove: async (key: string) => void kept.delete(key),
  };
  const registry = createRegistry(storage);
  const teams = createTeams(session);
  const eraser = async (keep: readonly string[]) => {
    for (const key of kept.keys()) if (!keep.includes(key)) kept.delete(key);
    for (const db of opened.values()) {
      await db.transaction("rw", db.tables, () => Promise.all(db.tables.map((one) => one.clear())));
    }
  };
  const traceless: string[] = [];
  /** Workspaces whose calls do not get through. */
  const cutOff = new Set<string>();
  const through: typeof fetch = (input, init) => {
    const isCutOff = [...cutOff].some((id) => String(input).includes(id));
    return isCutOff ? Promise.reject(new TypeError("Failed to fetch")) : fetch(input, init);
  };
  const fleet = createFleet({
    session,
    teams,
    registry,
    storage,
    open,
    loopOf: (options) => createLoop({ ...options, fetch: through, later: () => () => undefined }),
    eraser,
    eraseTeamTraces: async (database) => void traceless.push(database),
  });
  const person = open(PERSONAL);
  return {
    fleet,
    session,
    teams,
    registry,
    open,
    own: person,
    kept,
    cutOff,
    traceless,
    leaving: createLeaving(session),
  };
}

async function accept(email: string, link: string | undefined): Promise<void> {
  const code = new URL(link ?? "").searchParams.get("code") ?? "";
  const cookie = await ground.signIn(email);
  const answer = await fetch(`${ground.server.url}/invite`, {
    method: "POST",
    headers: { origin: ground.server.url, cookie },
    body: new URLSearchParams({ code, decision: "accept" }),
  });
  expect(answer.status).toBe(200);
}

async function twoInATeam(name: string) {
  const [ada, bob] = [`${name}-a@example.org`, `${name}-b@example.org`];
  const [here, there] = [await newBrowser(ada), await newBrowser(bob)];
  const { id } = await here.teams.create("Talent");
  const { link } = await here.teams.invite(id, { email: bob, role: "recruiter" });
  await accept(bob, link);
  await here.fleet.wake("person");
  await there.fleet.wake("person");
  const team = (await there.registry.teams()).find((one) => one.id === id)!;
  return {
    here,
    there,
    id,
    team,
    shared: { here: here.open(team.database), there: there.open(team.database) },
  };
}

describe("a team on two devices", () => {
  it("shares what is in it and nothing of one's own", async () => {
    const { here, there, shared } = await twoInATeam("share");
    await save(here.own, [{ table: "people", fields: { fullName: "Private" } }]);
    await save(shared.here, [{ table: "people", fields: { fullName: "Shared" } }]);
    await here.fleet.wake("person");
    await there.fleet.wake("person");
    expect(await shared.there.people.toArray()).toMatchObject([{ fullName: "Shared" }]);
    expect(await there.own.people.count()).toBe(0);
  });

  it("what could not be reached is tried as soon as the other is", async () => {
    const { here, id, shared } = await twoInATeam("again");
    const { workspaceId } = (await here.session.currentSession())!;
    here.cutOff.add(workspaceId);
    await save(here.own, [{ table: "people", fields: { fullName: "Waits" } }]);
    await here.fleet.wake("person");
    expect(await readStatus(here.own)).toMatchObject({ phase: "offline" });
    here.cutOff.clear();
    await save(shared.here, [{ table: "people", fields: { fullName: "Gets through" } }]);
    await here.fleet.hint(id, Number.MAX_SAFE_INTEGER);
    await expect.poll(() => here.own._outbox.count()).toBe(0);
    await expect.poll(() => readStatus(here.own)).toMatchObject({ phase: "idle" });
  });

  it("a role that only reads writes nothing, on the device or past it", async () => {
    const { here, there, id, shared } = await twoInATeam("role");
    const bob = (await here.teams.members(id)).find(({ isYou }) => !isYou)!;
    await save(shared.there, [{ table: "people", fields: { fullName: "Too late" } }]);
    await here.teams.changeRole(id, bob.id, "viewer");
    await there.fleet.wake("person");
    expect(await shared.there._rejected.toArray()).toMatchObject([{ why: "forbidden" }]);
    expect(await shared.there.people.count()).toBe(0);
    const writing = save(shared.there, [{ table: "people", fields: { fullName: "No" } }]);
    await expect(writing).rejects.toMatchObject({ code: "read-only-here" });
  });

  it("removal takes the rows off the device, and keeps apart what had not been sent", async () => {
    const { here, there, id, team, shared } = await twoInATeam("gone");
    await save(shared.here, [{ table: "people", fields: { fullName: "Theirs" } }]);
    await here.fleet.wake("person");
    await there.fleet.wake("person");
    await there.registry.choose(team.database);
    const bob = (await here.teams.members(id)).find(({ isYou }) => !isYou)!;
    await here.teams.removeMember(id, bob.id);
    await save(shared.there, [{ table: "people", fields: { fullName: "Unsent" } }]);
    await there.fleet.wake("person");
    expect(await there.registry.teams()).toEqual([]);
    expect(await there.registry.chosen()).toBe(PERSONAL);
    expect(await shared.there.people.count()).toBe(0);
    expect(there.traceless).toEqual([team.database]);
    expect(await listDeparted(there.own)).toMatchObject([
      {
        name: "Talent",
        edits: [{ table: "people", name: "Unsent", fields: { fullName: "Unsent" } }],
      },
    ]);
  });

  it("a team the server has forgotten stays on the device: no word was given that one was removed", async () => {
    const { there, team, id, shared } = await twoInATeam("forgot");
    await save(shared.there, [{ table: "people", fields: { fullName: "Kept" } }]);
    await there.fleet.wake("person");
    for (const table of ["member", "rows", "meta"]) {
      await ground.server.database.write([
        { sql: `delete from ${table} where workspace_id = ?`, args: [id] },
      ]);
    }
    await there.fleet.wake("person");
    expect(await readStatus(there.open(team.database))).toMatchObject({ error: "forbidden" });
    expect(await shared.there.people.count()).toBe(1);
  });
});

describe("leaving a device behind", () => {
  it("a lost device sends what it may, erases itself, and says what was lost", async () => {
    const here = await newBrowser("lost@example.org");
    const lost = await newBrowser("lost@example.org");
    await here.fleet.wake("person");
    await lost.fleet.wake("person");
    await save(lost.own, [{ table: "people", fields: { fullName: "Just in time" } }]);
    const devicesNow = await here.session.devices();
    const target = devicesNow.find(({ current }) => !current)!;
    await here.leaving.wipeDevice(target.id);
    await lost.fleet.wake("person");
    expect(await lost.own.people.count()).toBe(0);
    expect(lost.kept.get(WIPED_KEY)).toMatchObject({ unsent: 0 });
    expect(await lost.session.currentSession()).toBeUndefined();
    const seen = (await here.session.devices()).find(({ id }) => id === target.id);
    expect(seen?.wipe).toMatchObject({ doneAt: expect.any(String), unsent: 0 });
    await here.fleet.wake("person");
    expect(await here.own.people.toArray()).toMatchObject([{ fullName: "Just in time" }]);
  });

  it("a wipe whose end could not be told is told later, and never done twice", async () => {
    const here = await newBrowser("twice@example.org");
    const lost = await newBrowser("twice@example.org");
    await lost.fleet.wake("person");
    const target = (await here.session.devices()).find(({ current }) => !current)!;
    await here.leaving.wipeDevice(target.id);
    const { server, token } = (await lost.session.currentSession())!;
    lost.kept.clear();
    lost.kept.set("workspaces.wipe", { server, token, unsent: 2, isErased: true });
    await save(lost.own, [{ table: "people", fields: { fullName: "Begun anew" } }]);
    await lost.fleet.wake("alarm");
    expect(await lost.own.people.count()).toBe(1);
    const seen = (await here.session.devices()).find(({ id }) => id === target.id);
    expect(seen?.wipe).toMatchObject({ unsent: 2 });
  });

  it("erasing the account empties the server and, at their next call, every device", async () => {
    const email = "erase@example.org";
    const [here, there] = [await newBrowser(email), await newBrowser(email)];
    await save(here.own, [{ table: "people", fields: { fullName: "Ada Orme" } }]);
    await here.fleet.wake("person");
    await there.fleet.wake("person");
    expect(await there.own.people.count()).toBe(1);
    const told = JSON.parse(await (await here.leaving.exportAccount()).text());
    expect(told.rows).toMatchObject([{ data: { fullName: "Ada Orme" } }]);
    const { user, workspaceId } = (await here.session.currentSession())!;
    await here.leaving.eraseAccount(email);
    const [names] = await ground.server.database.read([
      { sql: "select name from sqlite_master where type = 'table'", args: [] },
    ]);
    const everything = await ground.server.database.read(
      names!.map(({ name }) => ({ sql: `select * from "${String(name)}"`, args: [] })),
    );
    for (const trace of [user.id, workspaceId, email, "Ada Orme"]) {
      expect(JSON.stringify(everything)).not.toContain(trace);
    }
    for (const one of [here, there]) {
      await one.fleet.wake("person");
      expect(await one.own.people.count()).toBe(0);
      expect(await one.session.currentSession()).toBeUndefined();
    }
  });
});
