import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { created, pushOf } from "../push-body";
import { spaceOf } from "../space";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("gives out everything it holds of a person, in one file", async () => {
  const ada = await ground.connect("ada@example.org", "Laptop");
  const rows = Array.from({ length: 900 }, (_, n) =>
    created(ada.cid, { fullName: `P${n}`, notes: "word ".repeat(500) }),
  );
  await spaceOf(ground, ada).pushZipped(JSON.stringify(pushOf(ada.cid, rows)));
  const answer = await callsOf(ground, ada)("GET", "/v1/me/export");
  const told = await answer.json();
  expect(told).toMatchObject({
    format: "rapport-account",
    user: { email: "ada@example.org" },
    devices: [{ name: "Laptop" }],
    memberships: [{ kind: "personal", role: "owner" }],
  });
  expect(told.rows).toHaveLength(900);
  expect(JSON.stringify(told)).not.toMatch(/token|hash|password/i);
});

it("erases a person: nothing of theirs is left, the team they were in goes on, their devices learn of it", async () => {
  const ada = await ground.connect("gone@example.org");
  const phone = await ground.connect("gone@example.org");
  const bob = await ground.connect("stays@example.org");
  const team = await foundTeam(ground, bob);
  const alone = await foundTeam(ground, ada, "Alone");
  await answerInvitation(
    ground,
    ada.cookie,
    (await team.invite("gone@example.org")).code,
    "accept",
  );
  await alone.invite("friend@example.org");
  for (const workspace of [ada.workspace, team.id, alone.id]) {
    const row = created(ada.cid, { fullName: "Somebody" });
    await spaceOf(ground, ada, workspace).push(pushOf(ada.cid, [row]));
  }
  const call = callsOf(ground, ada);
  expect((await call("POST", "/v1/me/erase", { email: "Gone@example.org" })).status).toBe(200);

  const everything = await dump();
  for (const trace of [ada.userId, ada.workspace, ada.deviceId, alone.id, "gone@example.org"]) {
    expect(everything).not.toContain(trace);
  }
  expect((await spaceOf(ground, bob, team.id).pull(0)).rows).toHaveLength(1);
  expect(await team.members()).toHaveLength(1);

  for (const one of [ada, phone]) {
    const there = callsOf(ground, one);
    expect(await codeOf(await there("GET", "/v1/me"))).toBe("device-wipe");
    expect((await there("POST", "/v1/devices/wiped", { unsent: 0 })).status).toBe(200);
    expect(await codeOf(await there("GET", "/v1/me"))).toBe("not-signed-in");
  }
});

async function dump(): Promise<string> {
  const [tables] = await ground.database.read([
    { sql: "select name from sqlite_master where type = 'table'", args: [] },
  ]);
  const contents = await ground.database.read(
    (tables ?? []).map(({ name }) => ({ sql: `select * from "${String(name)}"`, args: [] })),
  );
  return JSON.stringify(contents);
}
