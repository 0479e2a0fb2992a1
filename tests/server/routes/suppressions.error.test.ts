import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { codeOf } from "../ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

it.each([
  {},
  { addresses: [] },
  { addresses: "bo@lind.example" },
  { addresses: ["a@b.example"], reason: "bounced" },
])("refuses %j", async (body) => {
  expect(await codeOf(await ground.api("/suppressions", "POST", body))).toBe("bad-request");
});

it("cannot let go of who is not on the list", async () => {
  const answer = await ground.api("/suppressions/bo%40lind.example", "DELETE");
  expect([answer.status, await codeOf(answer)]).toEqual([404, "not-found"]);
});
