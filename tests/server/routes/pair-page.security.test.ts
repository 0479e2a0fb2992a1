import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("a form of another site approves nothing", async () => {
  const { user_code } = await (
    await ground.post("/v1/pair/start", { device_name: "Browser" })
  ).json();
  const cookie = await ground.signIn("ada@example.org");
  const forged = await ground.form(
    "/pair",
    { user_code, decision: "approve" },
    { cookie, origin: "https://elsewhere.example" },
  );
  expect(forged.status).toBe(403);
  const page = await ground.ask(`/pair?code=${user_code}`, { headers: { cookie } });
  expect(page.status).toBe(200);
});

it("a device's name stays text, and the page cannot be framed", async () => {
  const name = "<img src=x onerror=alert(1)>";
  const { user_code } = await (await ground.post("/v1/pair/start", { device_name: name })).json();
  const cookie = await ground.signIn("bo@example.org");
  const page = await ground.ask(`/pair?code=${user_code}`, { headers: { cookie } });
  expect(await page.text()).not.toContain("<img");
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(page.headers.get("x-frame-options")).not.toBeNull();
  expect(page.headers.get("cache-control")).toBe("no-store");
});

it("looking at codes counts like guessing them", async () => {
  const cookie = await ground.signIn("cleo@example.org");
  for (let look = 0; look < 20; look++) {
    await ground.ask("/pair?code=BBBB-BBBB", { headers: { cookie } });
  }
  const answer = await ground.ask("/pair?code=BBBB-BBBB", { headers: { cookie } });
  expect(answer.status).toBe(429);
});
