import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { answerInvitation, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("refuses what is no address or role, a member, and an invitation that is gone", async () => {
  const team = await foundTeam(ground, await ground.connect("ada@example.org"));
  const post = async (body: unknown) => codeOf(await team.call("POST", "/invitations", body));
  expect(await post({ email: "nobody", role: "viewer" })).toBe("bad-request");
  expect(await post({ email: "x@example.org", role: "king" })).toBe("bad-request");
  expect(await post({ email: "ADA@example.org", role: "viewer" })).toBe("already-member");
  const { id } = await team.invite("bob@example.org");
  expect((await team.call("DELETE", `/invitations/${id}`)).status).toBe(200);
  expect((await team.call("DELETE", `/invitations/${id}`)).status).toBe(404);
  expect((await team.call("POST", `/invitations/${id}/resend`)).status).toBe(404);
});

it("expires after seven days, says so, and can be sent again", async () => {
  const team = await foundTeam(ground, await ground.connect("old@example.org"));
  const bob = await ground.signIn("late@example.org");
  const { id, code } = await team.invite("late@example.org");
  ground.clock.now += 7 * 86_400_000 + 1;
  const late = await ground.signIn("late@example.org");
  expect((await answerInvitation(ground, late, code, "accept")).status).toBe(404);
  const { invitations } = await (await team.call("GET", "/invitations")).json();
  expect(invitations).toMatchObject([{ id, isExpired: true }]);
  const { link } = await (await team.call("POST", `/invitations/${id}/resend`)).json();
  const again = new URL(link).searchParams.get("code") ?? "";
  expect((await answerInvitation(ground, late, again, "accept")).status).toBe(200);
  expect(bob).not.toBe("");
});
