import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { created, pushOf } from "../push-body";
import { spaceOf } from "../space";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("founds a team, renames it, shares rows in it, and tells its history", async () => {
  const ada = await ground.connect("ada@example.org");
  const team = await foundTeam(ground, ada, "  Search  ");
  const mine = async () =>
    (await (await callsOf(ground, ada)("GET", "/v1/workspaces")).json()).workspaces;
  expect(await mine()).toMatchObject([
    { kind: "personal" },
    { id: team.id, name: "Search", kind: "team", role: "owner" },
  ]);
  expect((await team.call("PATCH", "", { name: "Talent" })).status).toBe(200);
  expect((await mine())[1].name).toBe("Talent");

  const bob = await ground.connect("bob@example.org");
  const { code } = await team.invite("bob@example.org");
  await answerInvitation(ground, bob.cookie, code, "accept");
  const space = spaceOf(ground, ada, team.id);
  await space.push(pushOf(ada.cid, [created(ada.cid, { fullName: "Shared" })]));
  expect((await spaceOf(ground, bob, team.id).pull(0)).rows).toMatchObject([
    { data: { fullName: "Shared" } },
  ]);

  const { entries } = await (await team.call("GET", "/history")).json();
  expect(entries.map(({ action }: { action: string }) => action).toReversed()).toEqual([
    "workspace.created",
    "workspace.renamed",
    "member.invited",
    "member.joined",
  ]);
  expect(entries[0].by).toBe("bob@example.org");
});

it("lets a member leave, who is told so at the next call", async () => {
  const ada = await ground.connect("leave-a@example.org");
  const bob = await ground.connect("leave-b@example.org");
  const team = await foundTeam(ground, ada);
  await answerInvitation(
    ground,
    bob.cookie,
    (await team.invite("leave-b@example.org")).code,
    "accept",
  );
  expect((await callsOf(ground, bob)("POST", `${team.base}/leave`)).status).toBe(200);
  expect(await team.members()).toMatchObject([{ email: "leave-a@example.org" }]);
  const answer = await spaceOf(ground, bob, team.id).pullRaw("since=0");
  expect([answer.status, (await answer.json()).error.code]).toEqual([403, "revoked"]);
});

it("deletes a team with its rows, and each member is told", async () => {
  const ada = await ground.connect("end-a@example.org");
  const team = await foundTeam(ground, ada);
  const space = spaceOf(ground, ada, team.id);
  await space.push(pushOf(ada.cid, [created(ada.cid, { fullName: "Gone" })]));
  expect((await team.call("DELETE", "")).status).toBe(200);
  for (const table of ["rows", "client", "meta", "workspace", "invitation"]) {
    const column = table === "workspace" ? "id" : "workspace_id";
    const [found] = await ground.database.read([
      { sql: `select count(*) n from ${table} where ${column} = ?`, args: [team.id] },
    ]);
    expect([table, found?.[0]?.n]).toEqual([table, 0]);
  }
  expect((await space.pullRaw("since=0")).status).toBe(403);
});
