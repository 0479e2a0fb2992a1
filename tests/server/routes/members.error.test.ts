import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";
import { foundTeam } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("knows no member who is none, no role that is none, and keeps one owner", async () => {
  const ada = await ground.connect("ada@example.org");
  const team = await foundTeam(ground, ada);
  const me = `/members/${ada.userId}`;
  expect(await codeOf(await team.call("PATCH", "/members/nobody", { role: "viewer" }))).toBe(
    "not-found",
  );
  expect(await codeOf(await team.call("DELETE", "/members/nobody"))).toBe("not-found");
  expect(await codeOf(await team.call("PATCH", me, { role: "king" }))).toBe("bad-request");
  expect(await codeOf(await team.call("PATCH", me, { role: "viewer" }))).toBe("last-owner");
  expect(await codeOf(await team.call("DELETE", me))).toBe("last-owner");
});
