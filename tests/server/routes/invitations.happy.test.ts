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

it("mails the link where mail is sent, and does not show it", async () => {
  const mailing = await openGround({ delivers: true });
  const team = await foundTeam(mailing, await mailing.connect("ada@example.org"), "Talent");
  const answer = await team.call("POST", "/invitations", {
    email: "bob@example.org",
    role: "viewer",
  });
  expect(await answer.json()).toEqual({
    invitation: expect.objectContaining({ email: "bob@example.org", role: "viewer" }),
    mailed: true,
  });
  const letter = mailing.letters.at(-1);
  expect(letter).toMatchObject({ to: "bob@example.org", subject: "Talent — Rapport" });
  expect(letter?.text).toMatch(/https:\/\/rapport\.example\/invite\?code=[\w-]{43}/);
  await mailing.close();
});
