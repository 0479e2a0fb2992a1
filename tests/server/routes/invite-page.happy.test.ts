import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { answerInvitation, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("leads through signing in to joining", async () => {
  const team = await foundTeam(ground, await ground.connect("ada@example.org"), "Talent");
  const { link, code } = await team.invite("bob@example.org", "hiringManager");
  const path = link.slice("https://rapport.example".length);
  const sent = await ground.ask(path, { redirect: "manual" });
  expect(sent.status).toBe(303);
  expect(sent.headers.get("location")).toContain("email=bob%40example.org");
  const cookie = await ground.signIn("bob@example.org");
  const page = await (await ground.ask(path, { headers: { cookie } })).text();
  expect(page).toContain("ada@example.org invites you to the team “Talent”");
  expect(page).toContain("As hiring manager");
  const french = { cookie, "accept-language": "fr" };
  expect(await (await ground.ask(path, { headers: french })).text()).toContain(
    "Rejoindre l’équipe",
  );
  const joined = await answerInvitation(ground, cookie, code, "accept");
  expect(await joined.text()).toContain("Welcome");
  expect(await team.members()).toHaveLength(2);
});

it("declining leaves no trace but in the history", async () => {
  const team = await foundTeam(ground, await ground.connect("no-a@example.org"));
  const { code } = await team.invite("no-b@example.org");
  const cookie = await ground.signIn("no-b@example.org");
  expect(await (await answerInvitation(ground, cookie, code, "decline")).text()).toContain(
    "Declined",
  );
  expect(await team.members()).toHaveLength(1);
  const { entries } = await (await team.call("GET", "/history")).json();
  expect(entries[0]).toMatchObject({ action: "member.declined", by: "no-b@example.org" });
});
