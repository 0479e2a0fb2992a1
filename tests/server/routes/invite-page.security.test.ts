import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { answerInvitation, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("is for the address it was sent to, whoever has the link", async () => {
  const team = await foundTeam(ground, await ground.connect("ada@example.org"));
  const { code } = await team.invite("bob@example.org");
  const cookie = await ground.signIn("eve@example.org");
  const page = await ground.ask(`/invite?code=${code}`, { headers: { cookie } });
  expect(page.status).toBe(403);
  expect((await answerInvitation(ground, cookie, code, "accept")).status).toBe(404);
  expect(await team.members()).toHaveLength(1);
});

it("takes no answer from another site, from nobody, or by a device's token", async () => {
  const team = await foundTeam(ground, await ground.connect("one@example.org"));
  const bob = await ground.connect("bob@example.org");
  const { code } = await team.invite("bob@example.org");
  const fields = { code, decision: "accept" };
  const foreign = await ground.form("/invite", fields, {
    cookie: bob.cookie,
    origin: "https://evil.example",
  });
  expect(foreign.status).toBe(403);
  expect((await ground.form("/invite", fields)).status).toBe(401);
  expect((await ground.form("/invite", fields, bob.bearer)).status).toBe(401);
  expect(await team.members()).toHaveLength(1);
});

it("writes a team's name as text, whatever is in it", async () => {
  const team = await foundTeam(
    ground,
    await ground.connect("two@example.org"),
    "<script>alert(1)</script>",
  );
  const { code } = await team.invite("carl@example.org");
  const cookie = await ground.signIn("carl@example.org");
  const page = await (await ground.ask(`/invite?code=${code}`, { headers: { cookie } })).text();
  expect(page).not.toContain("<script>");
});
