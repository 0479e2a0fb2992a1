import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { access, type Rule } from "@/server/access";
import { ROLES, type Role } from "@/lib/model/role";
import { openGround, ORIGIN, type Ground } from "./ground";
import { pushOf } from "./push-body";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const routes = Object.keys(access);

/** How each kind of caller fares at a rule: whether the door opens, or the status it is shut with. */
type Caller = "nobody" | "session" | "device" | "stranger" | "removed" | Role;

function expected(rule: Rule, caller: Caller): "open" | 401 | 403 | 404 {
  if (rule === "anyone") return "open";
  if (caller === "nobody") return 401;
  if (rule === "session") return caller === "session" ? "open" : 401;
  if (rule === "person") return "open";
  if (caller === "session" || caller === "device" || caller === "stranger") return 404;
  if (caller === "removed") return 403;
  return rule.includes(caller) ? "open" : 403;
}

describe("route by role", () => {
  const callers = ["nobody", "session", "device", "stranger", "removed", ...ROLES] as const;
  const headers = new Map<Caller, Record<string, string>>();
  let workspace: string;

  beforeAll(async () => {
    const owner = await ground.connect("owner@example.org");
    workspace = owner.workspace;
    headers.set("nobody", {});
    headers.set("owner", owner.bearer);
    headers.set("session", { cookie: await ground.signIn("guest@example.org"), origin: ORIGIN });
    headers.set("device", (await ground.connect("guest@example.org")).bearer);
    headers.set("stranger", (await ground.connect("stranger@example.org")).bearer);
    for (const role of ["recruiter", "hiringManager", "viewer"] as const) {
      const one = await ground.connect(`${role}@example.org`);
      await ground.addMember(workspace, one.userId, role);
      headers.set(role, one.bearer);
    }
    const gone = await ground.connect("removed@example.org");
    await ground.addMember(workspace, gone.userId, "recruiter");
    await ground.database.write([
      {
        sql: "update member set removed_at = 1 where user_id = ? and workspace_id = ?",
        args: [gone.userId, workspace],
      },
    ]);
    headers.set("removed", gone.bearer);
  });

  const cases = routes
    .filter((route) => !route.includes("*"))
    .flatMap((route) => callers.map((caller) => ({ route, caller })));

  it.each(cases)("$route as $caller", async ({ route, caller }) => {
    const [method = "", pattern = ""] = route.split(" ");
    const path = pattern
      .replace(":workspace", workspace)
      .replace(/:(?:device|member|invitation|mailbox|message|address|token)/, "nothing-there");
    const query = pattern.endsWith("/pull") ? "?since=0" : "";
    const body = pattern.endsWith("/push") ? pushOf(`cid${caller.toLowerCase()}`, []) : {};
    // Signing out ends a session, so that one is not the one the other cases use.
    const leaving = route === "POST /sign-out" && caller === "session";
    const own = leaving
      ? { cookie: await ground.signIn("leaver@example.org") }
      : headers.get(caller);
    const answer = await ground.ask(`${path}${query}`, {
      method,
      headers: { "content-type": "application/json", origin: ORIGIN, ...own },
      ...(method !== "GET" && { body: JSON.stringify(body) }),
    });
    const wanted = expected(access[route]!, caller);
    if (wanted === "open") {
      // Past the door: 404 there is the device or member that does not exist.
      expect([401, 403]).not.toContain(answer.status);
      if (/\/(?:push|pull|snap|members)$/.test(pattern)) expect(answer.status).toBe(200);
    } else {
      expect(answer.status).toBe(wanted);
    }
  });
});
