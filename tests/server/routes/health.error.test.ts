import { expect, it } from "vitest";
import { codeOf, openGround } from "../ground";

it("is a server-error when the database does not answer, and the log says where", async () => {
  const ground = await openGround();
  ground.database.close();
  const answer = await ground.ask("/health");
  expect([answer.status, await codeOf(answer)]).toEqual([500, "server-error"]);
  expect(ground.logged.join()).toContain("GET /health");
  await ground.close();
});
