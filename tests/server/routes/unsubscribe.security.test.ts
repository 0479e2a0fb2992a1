import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "@/server/database";
import { unsubscribeToken } from "@/server/mailing/unsubscribe-link";
import { openGround, type Ground } from "../ground";
import { SECRET } from "../origin";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const count = async () => {
  const [rows] = await ground.database.read([sql("select count(*) n from suppression")]);
  return rows?.[0]?.n;
};

it("takes nobody off on a link signed by somebody else, or changed", async () => {
  const leaver = { workspaceId: "w", address: "bo@lind.example" };
  const foreign = await unsubscribeToken("another-secret-of-another-server-0000", leaver);
  const own = await unsubscribeToken(SECRET, leaver);
  const other = await unsubscribeToken(SECRET, {
    ...leaver,
    address: "cy@x.example",
  });
  const swapped = `${other.split(".")[0]}.${own.split(".")[1]}`;
  for (const token of [foreign, swapped, `${own}x`, own.slice(0, -1)]) {
    expect((await ground.ask(`/u/${token}`, { method: "POST" })).status).toBe(404);
  }
  expect(await count()).toBe(0);
  expect((await ground.ask(`/u/${own}`, { method: "POST" })).status).toBe(200);
  expect(await count()).toBe(1);
});

it("shows an address as text and runs nothing", async () => {
  const address = `"><script>alert(1)</script>@x.example`;
  const token = await unsubscribeToken(SECRET, { workspaceId: "w", address });
  const answer = await ground.ask(`/u/${token}`);
  expect(await answer.text()).not.toContain("<script>");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
});
