import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";

let ground: Ground;
let mine: Awaited<ReturnType<Ground["connect"]>>;
beforeAll(async () => {
  ground = await openGround();
  mine = await ground.connect("ada@example.org");
});
afterAll(() => ground.close());

it.each([["PATCH"], ["DELETE"]])(
  "%s of a device that is not there is not-found",
  async (method) => {
    const answer = await ground.ask("/v1/devices/nothing", {
      method,
      headers: { ...mine.bearer, "content-type": "application/json" },
      ...(method === "PATCH" && { body: JSON.stringify({ name: "X" }) }),
    });
    expect([answer.status, await codeOf(answer)]).toEqual([404, "not-found"]);
  },
);

it.each([{}, { name: " " }, { name: "x".repeat(81) }, "X"])(
  "refuses the name in %j",
  async (body) => {
    const answer = await ground.ask(`/v1/devices/${mine.deviceId}`, {
      method: "PATCH",
      headers: { ...mine.bearer, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(await codeOf(answer)).toBe("bad-request");
  },
);
