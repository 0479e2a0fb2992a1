import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("nobody but an owner changes roles, least of all their own", async () => {
  const ada = await ground.connect("ada@example.org");
  const bob = await ground.connect("bob@example.org");
  const team = await foundTeam(ground, ada);
  await answerInvitation(ground, bob.cookie, (await team.invite("bob@example.org")).code, "accept");
  const call = callsOf(ground, bob);
  for (const id of [bob.userId, ada.userId]) {
    expect((await call("PATCH", `${team.base}/members/${id}`, { role: "owner" })).status).toBe(403);
    expect((await call("DELETE", `${team.base}/members/${id}`)).status).toBe(403);
  }
  expect((await team.members()).map(({ role }) => role)).toEqual(["owner", "recruiter"]);
});

it("an owner of one team reaches no member of another", async () => {
  const ada = await ground.connect("one@example.org");
  const bob = await ground.connect("two@example.org");
  const [mine, theirs] = [await foundTeam(ground, ada), await foundTeam(ground, bob)];
  expect((await mine.call("DELETE", `/members/${bob.userId}`)).status).toBe(404);
  expect(await theirs.members()).toHaveLength(1);
});
