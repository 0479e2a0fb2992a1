import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { answerInvitation, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("hands the link over where no mail is sent, and sends it again under another", async () => {
  const team = await foundTeam(ground, await ground.connect("ada@example.org"));
  const bob = await ground.connect("bob@example.org");
  const first = await team.invite("Bob@Example.org", "hiringManager");
  const list = async () => (await (await team.call("GET", "/invitations")).json()).invitations;
  expect(await list()).toMatchObject([
    { id: first.id, email: "bob@example.org", isExpired: false },
  ]);
  const answer = await team.call("POST", `/invitations/${first.id}/resend`);
  const { link, mailed } = await answer.json();
  expect(mailed).toBe(false);
  expect((await answerInvitation(ground, bob.cookie, first.code, "accept")).status).toBe(404);
  const code = new URL(link).searchParams.get("code") ?? "";
  expect((await answerInvitation(ground, bob.cookie, code, "accept")).status).toBe(200);
  expect(await list()).toEqual([]);
});
