import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("erases nothing where the address typed is another one", async () => {
  const call = callsOf(ground, await ground.connect("ada@example.org"));
  for (const body of [{}, { email: "" }, { email: "bob@example.org" }]) {
    expect(await codeOf(await call("POST", "/v1/me/erase", body))).toBe("bad-request");
  }
  expect((await call("GET", "/v1/me")).status).toBe(200);
});

it("names the team that would be left without an owner, and erases nothing", async () => {
  const ada = await ground.connect("owner@example.org");
  const bob = await ground.connect("member@example.org");
  const team = await foundTeam(ground, ada, "Orphan");
  await answerInvitation(
    ground,
    bob.cookie,
    (await team.invite("member@example.org")).code,
    "accept",
  );
  const answer = await callsOf(ground, ada)("POST", "/v1/me/erase", { email: "owner@example.org" });
  expect(await answer.json()).toMatchObject({
    error: { code: "last-owner", detail: { team: "Orphan" } },
  });
  expect(await team.members()).toHaveLength(2);
});

it("exports no more often than anybody needs", async () => {
  const call = callsOf(ground, await ground.connect("often@example.org"));
  for (let n = 0; n < 10; n++) await (await call("GET", "/v1/me/export")).text();
  expect(await codeOf(await call("GET", "/v1/me/export"))).toBe("too-many");
});
