import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { answerInvitation, callsOf, foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it.each([{}, { name: " " }, { name: "x".repeat(81) }, "X"])(
  "refuses the name in %j",
  async (body) => {
    const ada = await ground.connect("names@example.org");
    expect(await codeOf(await callsOf(ground, ada)("POST", "/v1/workspaces", body))).toBe(
      "bad-request",
    );
  },
);

it("never leaves a team without an owner, not even when two leave at once", async () => {
  const ada = await ground.connect("last-a@example.org");
  const bob = await ground.connect("last-b@example.org");
  const team = await foundTeam(ground, ada);
  expect(await codeOf(await team.call("POST", "/leave"))).toBe("last-owner");
  const { code } = await team.invite("last-b@example.org", "owner");
  await answerInvitation(ground, bob.cookie, code, "accept");
  const leaving = await Promise.all([
    team.call("POST", "/leave"),
    callsOf(ground, bob)("POST", `${team.base}/leave`),
  ]);
  expect(leaving.map(({ status }) => String(status)).toSorted()).toEqual(["200", "409"]);
});

it("takes a personal workspace for what it is", async () => {
  const ada = await ground.connect("own@example.org");
  const call = callsOf(ground, ada);
  for (const [method, path, body] of [
    ["PATCH", "", { name: "X" }],
    ["DELETE", ""],
    ["POST", "/leave"],
    ["POST", "/invitations", { email: "x@example.org", role: "viewer" }],
  ] as const) {
    const answer = await call(method, `/v1/w/${ada.workspace}${path}`, body);
    expect([answer.status, await codeOf(answer)]).toEqual([409, "personal-workspace"]);
  }
});

it("founds no more than a person would", async () => {
  const call = callsOf(ground, await ground.connect("founder@example.org"));
  for (let n = 0; n < 20; n++) await call("POST", "/v1/workspaces", { name: `T${n}` });
  expect(await codeOf(await call("POST", "/v1/workspaces", { name: "One more" }))).toBe("too-many");
});
