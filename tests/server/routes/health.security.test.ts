import { expect, it } from "vitest";
import { openGround } from "../ground";

it("tells a stranger nothing of what went wrong inside", async () => {
  const ground = await openGround();
  ground.database.close();
  const text = await (await ground.ask("/health")).text();
  expect(text).not.toMatch(/sqlite|libsql|closed|\.ts|at /i);
  await ground.close();
});
