import { expect, it } from "vitest";
import { openGround } from "./ground";
import { foundTeam } from "./team";

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

it("a letter that cannot be sent leaves the invitation and gives the link", async () => {
  const failing = await openGround({ delivers: true });
  const team = await foundTeam(failing, await failing.connect("ada@example.org"));
  failing.letters.push = () => {
    throw new Error("no mail today");
  };
  const answer = await team.call("POST", "/invitations", {
    email: "b@example.org",
    role: "viewer",
  });
  expect(await answer.json()).toMatchObject({
    mailed: false,
    link: expect.stringContaining("/invite"),
  });
  expect(failing.logged.join()).toContain("no mail today");
  await failing.close();
});
