import { expect, it } from "vitest";
import { codeOf, openGround } from "../ground";

it("stands even when the database does not answer; what is not there says so", async () => {
  const ground = await openGround();
  ground.database.close();
  expect((await ground.ask("/")).status).toBe(200);
  expect(await codeOf(await ground.ask("/favicon.ico"))).toBe("not-found");
  expect((await ground.ask("/", { method: "POST" })).status).toBe(404);
  await ground.close();
});
