import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, ORIGIN, type Ground } from "../ground";
import { newClientId } from "@/lib/sync/clock";
import { readPushed } from "../answered";
import { created, pushOf } from "../push-body";
import { callsOf } from "../team";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("nobody wipes or spares another person's device", async () => {
  const ada = await ground.connect("ada@example.org");
  const eve = callsOf(ground, await ground.connect("eve@example.org"));
  const path = `/v1/devices/${ada.deviceId}/wipe`;
  expect((await eve("POST", path)).status).toBe(404);
  await callsOf(ground, await ground.connect("ada@example.org"))("POST", path);
  expect((await eve("DELETE", path)).status).toBe(404);
});

it("the lost device cannot call its own wipe off", async () => {
  const ada = await ground.connect("off@example.org");
  const lost = await ground.connect("off@example.org");
  const path = `/v1/devices/${lost.deviceId}/wipe`;
  await callsOf(ground, ada)("POST", path);
  expect((await callsOf(ground, lost)("DELETE", path)).status).toBe(401);
});

it("who has the lost device in hand cannot connect it anew by what its browser remembers", async () => {
  const ada = await ground.connect("hand@example.org");
  const lost = await ground.connect("hand@example.org");
  const pages = { cookie: lost.cookie, origin: ORIGIN };
  const me = () => ground.ask("/v1/me", { headers: pages });
  expect((await me()).status).toBe(200);
  await callsOf(ground, ada)("POST", `/v1/devices/${lost.deviceId}/wipe`);
  expect((await me()).status).toBe(401);
  const { user_code } = await (
    await ground.post("/v1/pair/start", { device_name: "Again" })
  ).json();
  expect((await ground.post("/v1/pair/approve", { user_code }, pages)).status).toBe(401);
  expect((await callsOf(ground, ada)("GET", "/v1/devices")).status).toBe(200);
});

it("what the lost device still sends is taken, and shows it nothing of what the others wrote", async () => {
  const ada = await ground.connect("sends@example.org");
  const lost = await ground.connect("sends@example.org");
  const push = (device: typeof ada, fullName: string) => {
    const cid = newClientId();
    const body = pushOf(cid, [created(cid, { fullName }, { ms: Date.now() })], { since: 0 });
    return callsOf(ground, device)("POST", `/v1/w/${ada.workspace}/push`, body);
  };
  expect(await readPushed(await push(ada, "Not for a finder"))).toHaveProperty("page");
  await callsOf(ground, ada)("POST", `/v1/devices/${lost.deviceId}/wipe`);
  const answer = await push(lost, "Just in time");
  expect(answer.status).toBe(200);
  expect(await readPushed(answer)).not.toHaveProperty("page");
});
