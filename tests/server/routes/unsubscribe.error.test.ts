import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it.each(["x", "a.b", "%20", "eyJh.AAAAAAAAAAAAAAAAAAAAAAAA"])(
  "says what to do about the broken link %j",
  async (token) => {
    for (const method of ["GET", "POST"]) {
      const answer = await ground.ask(`/u/${token}`, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("This link is not whole");
    }
  },
);
