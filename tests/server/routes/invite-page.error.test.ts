import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { answerInvitation, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("a code that was used, taken back or never given is no longer good", async () => {
  const team = await foundTeam(ground, await ground.connect("ada@example.org"));
  const { id, code } = await team.invite("bob@example.org");
  await team.call("DELETE", `/invitations/${id}`);
  const cookie = await ground.signIn("bob@example.org");
  for (const one of [code, "never", ""]) {
    const answer = await ground.ask(`/invite?code=${one}`, { headers: { cookie } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("No longer good");
    expect((await answerInvitation(ground, cookie, one, "accept")).status).toBe(404);
  }
});

it("a form that says nothing is not understood", async () => {
  const cookie = await ground.signIn("bob@example.org");
  expect((await ground.form("/invite", { code: "x" }, { cookie })).status).toBe(400);
});
