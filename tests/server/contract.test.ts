import { afterAll, beforeAll, describe } from "vitest";
import { syncContract, type Target } from "./contract";
import { openGround, ORIGIN, type Ground } from "./ground";

describe("the sync", () => {
  let ground: Ground;
  let target: Target;
  beforeAll(async () => {
    ground = await openGround();
    target = { ask: ground.ask, origin: ORIGIN, now: () => ground.clock.now };
  });
  afterAll(() => ground.close());

  syncContract(() => target);
});
