import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, openGround, ORIGIN, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const upgrade = { upgrade: "websocket" };

it("does not know the workspaces of others, and takes no cookie for a device", async () => {
  const ada = await ground.connect("ada@example.org");
  const bob = await ground.connect("bob@example.org");
  const path = `/v1/w/${ada.workspace}/live`;
  const foreign = await ground.ask(path, { headers: { ...bob.bearer, ...upgrade } });
  expect(foreign.status).toBe(404);
  const cookie = await ground.signIn("ada@example.org");
  const byPage = await ground.ask(path, { headers: { cookie, origin: ORIGIN, ...upgrade } });
  expect(await codeOf(byPage)).toBe("not-signed-in");
  expect((await ground.ask(path, { headers: upgrade })).status).toBe(401);
});

it("takes a token among the protocols for an upgrade alone", async () => {
  const ada = await ground.connect("ada@example.org");
  const token = ada.bearer.authorization.slice("Bearer ".length);
  const protocols = { "sec-websocket-protocol": `rapport.live, bearer.${token}` };
  const plain = await ground.ask("/v1/me", { headers: protocols });
  expect(plain.status).toBe(401);
  const wrong = { "sec-websocket-protocol": "rapport.live, bearer.short" };
  const answer = await ground.ask(`/v1/w/${ada.workspace}/live`, {
    headers: { ...upgrade, ...wrong },
  });
  expect(answer.status).toBe(401);
});
