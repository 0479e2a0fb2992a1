import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";
import { created, pushOf } from "../push-body";
import { spaceOf } from "../space";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("lets a member's device in, with the sequence to begin from; a real socket is in node.test.ts", async () => {
  const ada = await ground.connect("ada@example.org");
  const row = created(ada.cid, { fullName: "A" });
  await spaceOf(ground, ada).push(pushOf(ada.cid, [row]));
  const token = ada.bearer.authorization.slice("Bearer ".length);
  const joined: [string, number][] = [];
  ground.hub.join = async (_, workspace, seq) => {
    joined.push([workspace, seq]);
    return new Response(null, { status: 204 });
  };
  const answer = await ground.ask(`/v1/w/${ada.workspace}/live`, {
    headers: { upgrade: "websocket", "sec-websocket-protocol": `rapport.live, bearer.${token}` },
  });
  expect(answer.status).toBe(204);
  expect(joined).toEqual([[ada.workspace, 1]]);
});
