import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("says what is missing where nothing asks to upgrade", async () => {
  const ada = await ground.connect("ada@example.org");
  const answer = await ground.ask(`/v1/w/${ada.workspace}/live`, { headers: ada.bearer });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { detail: { where: "upgrade" } } });
});

it("refuses where there is no socket to take over", async () => {
  const ada = await ground.connect("ada@example.org");
  const answer = await ground.ask(`/v1/w/${ada.workspace}/live`, {
    headers: { ...ada.bearer, upgrade: "websocket" },
  });
  expect(await codeOf(answer)).toBe("bad-request");
});
