import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

it("is a list of its own in each workspace", async () => {
  await ground.api("/suppressions", "POST", { addresses: ["bo@lind.example"] });
  const other = await ground.connect("other@example.org");
  const list = await (await ground.api("/suppressions", "GET", undefined, other)).json();
  expect(list.suppressions).toEqual([]);
  const gone = await ground.api("/suppressions/bo%40lind.example", "DELETE", undefined, other);
  expect(gone.status).toBe(404);
});

it("can be read by every member, and changed only by who writes to people", async () => {
  const viewer = await ground.connect("viewer@example.org");
  await ground.addMember(ground.ida.workspace, viewer.userId, "viewer");
  const inTeam = { ...viewer, workspace: ground.ida.workspace };
  expect((await ground.api("/suppressions", "GET", undefined, inTeam)).status).toBe(200);
  const body = { addresses: ["x@y.example"] };
  expect((await ground.api("/suppressions", "POST", body, inTeam)).status).toBe(403);
  expect(
    (await ground.api("/suppressions/bo%40lind.example", "DELETE", undefined, inTeam)).status,
  ).toBe(403);
});
