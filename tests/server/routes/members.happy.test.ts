import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { spaceOf } from "../space";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("lists members, changes a role at once, and removes one", async () => {
  const ada = await ground.connect("ada@example.org");
  const bob = await ground.connect("bob@example.org");
  const team = await foundTeam(ground, ada);
  await answerInvitation(
    ground,
    bob.cookie,
    (await team.invite("bob@example.org", "viewer")).code,
    "accept",
  );
  expect(await team.members()).toMatchObject([
    { email: "ada@example.org", role: "owner", isYou: true },
    { email: "bob@example.org", role: "viewer", isYou: false },
  ]);
  const path = `/members/${bob.userId}`;
  expect((await team.call("PATCH", path, { role: "owner" })).status).toBe(200);
  expect((await callsOf(ground, bob)("PATCH", team.base, { name: "Ours" })).status).toBe(200);
  expect((await team.call("DELETE", path)).status).toBe(200);
  expect(await team.members()).toHaveLength(1);
  expect((await spaceOf(ground, bob, team.id).pullRaw("since=0")).status).toBe(403);
});

it("a removed member comes back by a new invitation", async () => {
  const ada = await ground.connect("back-a@example.org");
  const bob = await ground.connect("back-b@example.org");
  const team = await foundTeam(ground, ada);
  for (const role of ["recruiter", "viewer"] as const) {
    await answerInvitation(
      ground,
      bob.cookie,
      (await team.invite("back-b@example.org", role)).code,
      "accept",
    );
    expect((await team.members())[1]).toMatchObject({ role });
    await team.call("DELETE", `/members/${bob.userId}`);
  }
});
