import { expect, it } from "vitest";
import { openGround } from "../ground";

it("says that the server and its database answer, and which versions they speak", async () => {
  const ground = await openGround();
  const answer = await ground.ask("/health");
  expect(await answer.json()).toEqual({ ok: true, now: ground.clock.now, protocol: 3, schema: 1 });
  await ground.close();
});
