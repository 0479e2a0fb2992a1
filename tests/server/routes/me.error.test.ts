import { afterAll, beforeAll, expect, it } from "vitest";
import { errorBody } from "@/server/api-error";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it.each(["/v1/me", "/v1/workspaces"])("%s without a token is 401 with a code", async (path) => {
  const answer = await ground.ask(path);
  expect(answer.status).toBe(401);
  expect(errorBody.parse(await answer.json()).error.code).toBe("not-signed-in");
});

it("an address that does not exist answers in the same shape", async () => {
  const answer = await ground.ask("/v1/nothing");
  expect(answer.status).toBe(404);
  expect(errorBody.parse(await answer.json()).error.code).toBe("not-found");
});
