import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { created, patched, pushOf } from "../push-body";
import { spaceOf } from "../space";

let ground: Ground;
let ada: Awaited<ReturnType<Ground["connect"]>>;
let bob: typeof ada;
beforeAll(async () => {
  ground = await openGround();
  ada = await ground.connect("ada@example.org");
  bob = await ground.connect("bob@example.org");
});
afterAll(() => ground.close());

describe("a workspace of somebody else", () => {
  it("does not exist: not for reading, not for writing, and like one that never was", async () => {
    const foreign = spaceOf(ground, bob, ada.workspace);
    const never = spaceOf(ground, bob, crypto.randomUUID());
    for (const space of [foreign, never]) {
      const answers = [
        await space.pullRaw("since=0"),
        await space.snapRaw(""),
        await space.pushRaw(pushOf(bob.cid, [created(bob.cid, { fullName: "Planted" })])),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(404);
        expect(await codeOf(answer)).toBe("not-found");
      }
    }
    expect((await spaceOf(ground, ada).pull(0)).rows).toEqual([]);
  });

  it("cannot be reached through a row's id: the same id is another row in each workspace", async () => {
    const row = created(ada.cid, { fullName: "Ada's" });
    await spaceOf(ground, ada).push(pushOf(ada.cid, [row]));
    const space = spaceOf(ground, bob);
    const answer = await space.push(pushOf(bob.cid, [patched(bob.cid, row.id, { notes: "mine" })]));
    expect(answer.rejected).toEqual([{ tbl: "people", id: row.id, why: "unknown-row" }]);
    const own = created(bob.cid, { fullName: "Bob's" }, { id: row.id });
    await space.push(pushOf(bob.cid, [own], { from: 2 }));
    expect((await spaceOf(ground, ada).pull(0)).rows[0]!.data).toEqual({ fullName: "Ada's" });
  });
});

describe("roles", () => {
  it("a viewer reads everything and changes nothing: each change comes back rejected", async () => {
    const owner = await ground.connect("lead@example.org");
    const viewer = await ground.connect("viewer@example.org");
    await ground.addMember(owner.workspace, viewer.userId, "viewer");
    const row = created(owner.cid, { fullName: "A" });
    await spaceOf(ground, owner).push(pushOf(owner.cid, [row]));
    const space = spaceOf(ground, viewer, owner.workspace);
    const answer = await space.push(
      pushOf(viewer.cid, [patched(viewer.cid, row.id, { notes: "no" })]),
    );
    expect(answer.rejected).toEqual([{ tbl: "people", id: row.id, why: "forbidden" }]);
    expect((await space.pull(0)).rows[0]!.data).toEqual({ fullName: "A" });
  });

  it("a hiring manager writes interviews and no people", async () => {
    const owner = await ground.connect("team@example.org");
    const manager = await ground.connect("manager@example.org");
    await ground.addMember(owner.workspace, manager.userId, "hiringManager");
    const person = created(manager.cid, { fullName: "A" });
    const interview = created(manager.cid, { at: "2026-09-02" }, { tbl: "interviews" });
    const space = spaceOf(ground, manager, owner.workspace);
    const answer = await space.push(pushOf(manager.cid, [person, interview]));
    expect(answer.rejected).toEqual([{ tbl: "people", id: person.id, why: "forbidden" }]);
    expect((await space.pull(0)).rows.map(({ tbl }) => tbl)).toEqual(["interviews"]);
  });

  it("nobody pushes under the device number of another member", async () => {
    const owner = await ground.connect("first@example.org");
    const second = await ground.connect("second@example.org");
    await ground.addMember(owner.workspace, second.userId, "recruiter");
    await spaceOf(ground, owner).push(pushOf(owner.cid, [created(owner.cid, { fullName: "A" })]));
    const space = spaceOf(ground, second, owner.workspace);
    const answer = await space.pushRaw(
      pushOf(owner.cid, [created(owner.cid, { fullName: "B" })], { from: 2 }),
    );
    expect(answer.status).toBe(403);
  });
});

describe("tokens", () => {
  it("of a revoked device open nothing, and say so", async () => {
    const device = await ground.connect("lost@example.org");
    const cookie = { cookie: device.cookie, origin: "https://rapport.example" };
    await ground.ask(`/v1/devices/${device.deviceId}`, { method: "DELETE", headers: cookie });
    const answer = await spaceOf(ground, device).pullRaw("since=0");
    expect([answer.status, await codeOf(answer)]).toEqual([401, "device-revoked"]);
  });

  it("of a device silent for 90 days have ended", async () => {
    const device = await ground.connect("silent@example.org");
    ground.clock.now += 91 * 86_400_000;
    const answer = await spaceOf(ground, device).pullRaw("since=0");
    ground.clock.now -= 91 * 86_400_000;
    expect([answer.status, await codeOf(answer)]).toEqual([401, "device-expired"]);
  });

  it.each(["Bearer nonsense-nonsense-nonsense", "Bearer ", "Basic YTpi", "Bearer ' or 1=1 --"])(
    "%s is nobody's",
    async (authorization) => {
      const answer = await ground.ask(`/v1/w/${ada.workspace}/pull?since=0`, {
        headers: { authorization },
      });
      expect([answer.status, await codeOf(answer)]).toEqual([401, "not-signed-in"]);
    },
  );

  it("a session's cookie cannot be used from another site", async () => {
    const answer = await ground.post(`/v1/w/${ada.workspace}/push`, pushOf("x", []), {
      cookie: ada.cookie,
      origin: "https://elsewhere.example",
    });
    expect(answer.status).toBe(403);
  });

  it("are not in the database as they are", async () => {
    const [rows] = await ground.database.read([{ sql: "select * from device", args: [] }]);
    const token = ada.bearer.authorization.slice("Bearer ".length);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("text from outside", () => {
  it("cannot leave its place, in the database or in the answer", async () => {
    const nasty = `'); drop table rows; --"},{"tbl":"x`;
    const device = await ground.connect("nasty@example.org");
    const row = created(device.cid, { fullName: nasty, "tags/'; --": true });
    const space = spaceOf(ground, device);
    await space.push(pushOf(device.cid, [row]));
    const page = await space.pull(0);
    expect(page.rows).toHaveLength(1);
    expect(page.rows[0]!.data.fullName).toBe(nasty);
    const planted = { ...row, tbl: `people','x` };
    expect((await space.pushRaw(pushOf(device.cid, [planted], { from: 2 }))).status).toBe(400);
  });
});
