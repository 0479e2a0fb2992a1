import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { created, pushOf } from "../push-body";
import { spaceOf } from "../space";
import { callsOf } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("shows and erases one's own alone", async () => {
  const ada = await ground.connect("ada@example.org");
  const eve = await ground.connect("eve@example.org");
  await spaceOf(ground, ada).push(pushOf(ada.cid, [created(ada.cid, { fullName: "Private" })]));
  const call = callsOf(ground, eve);
  expect(await (await call("GET", "/v1/me/export")).text()).not.toContain("Private");
  expect((await call("POST", "/v1/me/erase", { email: "ada@example.org" })).status).toBe(400);
  await call("POST", "/v1/me/erase", { email: "eve@example.org" });
  expect((await spaceOf(ground, ada).pull(0)).rows).toHaveLength(1);
});

it("takes no order to erase from another site's form", async () => {
  const ada = await ground.connect("forged@example.org");
  const answer = await ground.ask("/v1/me/erase", {
    method: "POST",
    headers: {
      cookie: ada.cookie,
      origin: "https://evil.example",
      "content-type": "application/json",
    },
    body: JSON.stringify({ email: "forged@example.org" }),
  });
  expect(answer.status).toBe(403);
});
