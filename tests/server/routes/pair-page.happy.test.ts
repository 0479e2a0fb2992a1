import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const start = async (device_name = "Chromium on Linux") =>
  (await (await ground.post("/v1/pair/start", { device_name })).json()) as {
    user_code: string;
    device_code: string;
  };

it("asks to sign in first, and comes back to the code", async () => {
  const answer = await ground.ask("/pair?code=BCDF-GHJK");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(
    `/sign-in?next=${encodeURIComponent("/pair?code=BCDF-GHJK")}`,
  );
});

it("shows the device, the account and the code to compare, and connects on approval", async () => {
  const { user_code, device_code } = await start();
  const cookie = await ground.signIn("ada@example.org");
  const text = await (await ground.ask(`/pair?code=${user_code}`, { headers: { cookie } })).text();
  expect(text).toContain("Chromium on Linux asks to be connected as ada@example.org");
  expect(text).toContain(`>${user_code}<`);
  expect(text).toContain("exactly this code");

  const done = await ground.form("/pair", { user_code, decision: "approve" }, { cookie });
  expect(await done.text()).toContain("You can close this tab");
  const polled = await ground.post("/v1/pair/poll", { device_code });
  expect(await polled.json()).toMatchObject({ token_type: "Bearer" });
});

it("refuses when told so", async () => {
  const { user_code, device_code } = await start();
  const cookie = await ground.signIn("bo@example.org");
  const done = await ground.form("/pair", { user_code, decision: "deny" }, { cookie });
  expect(await done.text()).toContain("was not connected");
  const polled = await ground.post("/v1/pair/poll", { device_code });
  expect(await polled.json()).toEqual({ error: "access_denied" });
});

it("asks for the code where none is in the address", async () => {
  const cookie = await ground.signIn("cleo@example.org");
  const text = await (await ground.ask("/pair", { headers: { cookie } })).text();
  expect(text).toContain("Enter the code that the extension shows");
});
