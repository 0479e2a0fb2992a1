import { inspectRoutes } from "hono/dev";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { access } from "@/server/access";
import { mayWrite } from "@/lib/model/role";
import { openGround, type Ground } from "./ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const routes = Object.keys(access);

describe("the access table", () => {
  it("names every route of the server and no other", () => {
    const registered = inspectRoutes(ground.app)
      .filter(({ isMiddleware, method }) => !isMiddleware || method !== "ALL")
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(registered)].sort()).toEqual([...routes].sort());
  });

  it("lets nobody use a route that it does not name", async () => {
    ground.app.get("/forgotten", (c) => c.text("open"));
    const answer = await ground.ask("/forgotten");
    expect(answer.status).toBe(403);
  });
});

describe("what a role may write", () => {
  it.each([
    ["owner", "people", true],
    ["recruiter", "people", true],
    ["hiringManager", "people", false],
    ["hiringManager", "interviews", true],
    ["viewer", "people", false],
    ["viewer", "settings", false],
  ] as const)("%s may write %s: %s", (role, table, may) => {
    expect(mayWrite(role, table)).toBe(may);
  });
});
