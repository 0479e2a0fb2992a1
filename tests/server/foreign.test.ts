import { afterAll, beforeAll, expect, it } from "vitest";
import { access } from "@/server/access";
import { sql } from "@/server/database";
import { codeOf, openGround, ORIGIN, type Ground } from "./ground";
import { foundTeam, type Connected } from "./team";

/** What belongs to another workspace, or to another person, is not there: its id opens nothing. */

let ground: Ground;
let ada: Connected;
let mine: string;
let foreign: Record<string, string>;
beforeAll(async () => {
  ground = await openGround();
  ada = await ground.connect("ada@example.org");
  const eve = await ground.connect("eve@example.org");
  mine = (await foundTeam(ground, ada)).id;
  const team = await foundTeam(ground, eve, "Elsewhere");
  const { id: invitation } = await team.invite("guest@example.org");
  const at = ground.clock.now;
  await ground.database.write([
    sql(
      `insert into integration (id, workspace_id, user_id, provider, address, name, sealed_key,
       sealed_tokens, can_read, daily_limit, read_until, created_at)
       values ('eves-box', ?, ?, 'resend', 'eve@example.org', '', '', '', 0, 10, 0, ?)`,
      team.id,
      eve.userId,
      at,
    ),
    sql(
      `insert into email_delivery (workspace_id, message_id, user_id, integration_id, person_id,
       address, name, subject, text, html, language, has_farewell, state, due_at, zone, marker,
       rfc_id, created_at)
       values (?, 'eves-mail', ?, 'eves-box', 'p', 'x@example.org', '', '', '', '', 'en', 0, 'pending',
       ?, 'UTC', 'm', 'r', ?)`,
      team.id,
      eve.userId,
      at + 86_400_000,
      at,
    ),
    sql(
      "insert into suppression (workspace_id, address, reason, at) values (?, 'x@example.org', 'asked', ?)",
      team.id,
      at,
    ),
  ]);
  foreign = {
    ":device": eve.deviceId,
    ":member": eve.userId,
    ":invitation": invitation,
    ":mailbox": "eves-box",
    ":message": "eves-mail",
    ":address": "x@example.org",
  };
});
afterAll(() => ground.close());

const BODIES: Record<string, object> = {
  "PATCH /v1/devices/:device": { name: "Mine now" },
  "PATCH /v1/w/:workspace/members/:member": { role: "viewer" },
  "PATCH /v1/w/:workspace/mailboxes/:mailbox": { dailyLimit: 5 },
  "PATCH /v1/w/:workspace/mails/:message": { at: "2030-01-01T09:00:00.000Z", zone: "UTC" },
};

/** Every route that names something besides the workspace. */
const routes = Object.keys(access).filter(
  (route) =>
    !route.includes(":token") && !route.includes("/hooks/") && /:(?!workspace\b)\w+/.test(route),
);

const kept = async () => {
  const tables = ["device", "member", "invitation", "integration", "email_delivery", "suppression"];
  return ground.database.read(tables.map((name) => sql(`select * from ${name} order by 1, 2`)));
};

it.each(routes)("%s knows nothing of another's", async (route) => {
  const [method = "", pattern = ""] = route.split(" ");
  const path = pattern
    .replace(":workspace", mine)
    .replace(/:\w+/, (name) => encodeURIComponent(foreign[name] ?? expect.fail(name)));
  const before = await kept();
  const answer = await ground.ask(path, {
    method,
    headers: { "content-type": "application/json", origin: ORIGIN, ...ada.bearer },
    ...(method !== "GET" && { body: JSON.stringify(BODIES[route] ?? {}) }),
  });
  expect([answer.status, await codeOf(answer)]).toEqual([404, "not-found"]);
  expect(await kept()).toEqual(before);
});
