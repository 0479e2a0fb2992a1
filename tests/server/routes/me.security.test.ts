import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

it("shows a removed member the workspace no more", async () => {
  const owner = await ground.connect("owner@example.org");
  const guest = await ground.connect("guest@example.org");
  await ground.addMember(owner.workspace, guest.userId, "viewer");
  const count = async () => {
    const answer = await ground.ask("/v1/workspaces", { headers: guest.bearer });
    return ((await answer.json()).workspaces as unknown[]).length;
  };
  expect(await count()).toBe(2);
  await ground.database.write([
    {
      sql: "update member set removed_at = 1 where user_id = ? and role = 'viewer'",
      args: [guest.userId],
    },
  ]);
  expect(await count()).toBe(1);
});

it("lets an extension's page read the answer and no other site", async () => {
  const from = async (origin: string) => {
    const answer = await ground.ask("/v1/me", {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "GET" },
    });
    return answer.headers.get("access-control-allow-origin");
  };
  const chrome = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";
  expect(await from(chrome)).toBe(chrome);
  expect(await from("moz-extension://5f1c7a0e-8f1e-4c53-9a43-1d2f6b7a9c01")).toContain(
    "moz-extension",
  );
  expect(await from("https://elsewhere.example")).toBeNull();
  expect(await from("https://chrome-extension.example")).toBeNull();
  const answer = await ground.ask("/v1/me", { headers: { origin: chrome } });
  expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
});

it("puts safe headers on every answer", async () => {
  const { headers } = await ground.ask("/v1/me");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).not.toBeNull();
});
