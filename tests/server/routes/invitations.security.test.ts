import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("keeps the secret as a hash, and tells it in no list", async () => {
  const team = await foundTeam(ground, await ground.connect("ada@example.org"));
  const { code } = await team.invite("bob@example.org");
  const [rows] = await ground.database.read([{ sql: "select * from invitation", args: [] }]);
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(await (await team.call("GET", "/invitations")).text()).not.toMatch(/secret|code=/);
});

it("is an owner's to give, and reaches only the own team's", async () => {
  const mine = await foundTeam(ground, await ground.connect("one@example.org"));
  const theirs = await foundTeam(ground, await ground.connect("two@example.org"));
  const { id } = await theirs.invite("x@example.org");
  expect((await mine.call("DELETE", `/invitations/${id}`)).status).toBe(404);
  expect((await mine.call("POST", `/invitations/${id}/resend`)).status).toBe(404);
  const bob = await ground.connect("bob@example.org");
  await answerInvitation(ground, bob.cookie, (await mine.invite("bob@example.org")).code, "accept");
  const call = callsOf(ground, bob);
  const body = { email: "friend@example.org", role: "owner" };
  expect((await call("POST", `${mine.base}/invitations`, body)).status).toBe(403);
});

it("sends no more letters than a team needs", async () => {
  const team = await foundTeam(ground, await ground.connect("spam@example.org"));
  for (let n = 0; n < 60; n++) await team.invite(`s${n}@example.org`);
  const body = { email: "last@example.org", role: "viewer" };
  expect(await codeOf(await team.call("POST", "/invitations", body))).toBe("too-many");
});
