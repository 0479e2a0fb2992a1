import { Hono, type Context } from "hono";
import * as z from "zod";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { dropMailboxes, giveBack, mailboxesOf } from "../mailing/mailboxes";
import { demand } from "../rate-limit";
import { createTeam, deleteTeam, historyOf, removeMember, renameTeam, type Act } from "../teams";
import { input } from "../validate";
import { workspaceShape } from "./me";

/** More than anybody founds in a day, less than a script would. */
const FOUNDED = { max: 20, seconds: 86_400 };

export const memberFailures = [
  "not-signed-in",
  "device-revoked",
  "device-expired",
  "revoked",
  "not-found",
] as const;
export const ownerFailures = [...memberFailures, "forbidden", "personal-workspace"] as const;
export const path = z.object({ workspace: z.string() });
export const done = z.object({ ok: z.literal(true) });
const named = z.object({ name: z.string().trim().min(1).max(80) });
const history = z.object({
  entries: z.array(
    z.object({
      at: z.iso.datetime(),
      action: z.string(),
      by: z.string().nullable().describe("Null when that account is no more."),
      detail: z.string().nullable(),
    }),
  ),
});

export const teams = new Hono<AppEnv>()
  .post(
    "/v1/workspaces",
    describe("Teams", "Founds a team; who asks is its first owner.", workspaceShape, [
      "bad-request",
      "not-signed-in",
      "device-revoked",
      "device-expired",
      "too-many",
    ]),
    input("json", named),
    async (c) => {
      const { database, limits, now } = c.var.deps;
      const ownerId = c.var.caller.person.id;
      const { name } = c.req.valid("json");
      await demand(limits, `team:${ownerId}`, FOUNDED);
      const id = await createTeam(database, { name, ownerId, now: now() });
      return c.json({ id, name, kind: "team" as const, role: "owner" as const });
    },
  )
  .patch(
    "/v1/w/:workspace",
    describe("Teams", "Gives a team another name.", done, [...ownerFailures, "bad-request"]),
    input("param", path),
    input("json", named),
    async (c) => {
      await renameTeam(c.var.deps.database, actOf(c), c.req.valid("json").name);
      return c.json({ ok: true as const });
    },
  )
  .delete(
    "/v1/w/:workspace",
    describe("Teams", "Deletes a team and its rows, here and on each member's devices.", done, [
      ...ownerFailures,
    ]),
    input("param", path),
    async (c) => {
      const { database } = c.var.deps;
      const act = actOf(c);
      const mailboxes = await mailboxesOf(database, { workspaceId: act.workspaceId });
      await deleteTeam(database, act);
      await Promise.all(mailboxes.map((one) => giveBack(c.var.deps, one)));
      return c.json({ ok: true as const });
    },
  )
  .post(
    "/v1/w/:workspace/leave",
    describe("Teams", "Leaves a team; its rows leave one's devices.", done, [
      ...memberFailures,
      "personal-workspace",
      "last-owner",
    ]),
    input("param", path),
    async (c) => {
      const act = actOf(c);
      await removeMember(c.var.deps.database, act, act.by);
      await dropMailboxes(c.var.deps, { workspaceId: act.workspaceId, userId: act.by });
      return c.json({ ok: true as const });
    },
  )
  .get(
    "/v1/w/:workspace/history",
    describe("Teams", "Who came, went or changed role, the last hundred times.", history, [
      ...memberFailures,
      "forbidden",
    ]),
    input("param", path),
    async (c) => {
      const found = await historyOf(c.var.deps.database.orm, c.var.membership.workspaceId);
      return c.json({ entries: found.map((one) => ({ ...one, at: one.at.toISOString() })) });
    },
  );

/** Where, who, when: what every change of a team is recorded with. */
export function actOf(c: Context<AppEnv>): Act {
  const { deps, caller, membership } = c.var;
  return { workspaceId: membership.workspaceId, by: caller.person.id, now: deps.now() };
}
