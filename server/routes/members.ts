import { Hono } from "hono";
import * as z from "zod";
import { ROLES } from "@/lib/model/role";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { dropMailboxes } from "../mailing/mailboxes";
import { changeRole, membersOf, removeMember } from "../teams";
import { input } from "../validate";
import { actOf, done, memberFailures, ownerFailures, path } from "./teams";

const memberPath = path.extend({ member: z.string() });
const role = z.enum(ROLES);
const list = z.object({
  members: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role,
      since: z.iso.datetime(),
      isYou: z.boolean(),
    }),
  ),
});

export const members = new Hono<AppEnv>()
  .get(
    "/v1/w/:workspace/members",
    describe("Teams", "Who is in the workspace, and as what.", list, memberFailures),
    input("param", path),
    async (c) => {
      const { deps, caller, membership } = c.var;
      const found = await membersOf(deps.database.orm, membership.workspaceId);
      return c.json({
        members: found.map(({ since, ...one }) => ({
          ...one,
          since: since.toISOString(),
          isYou: one.id === caller.person.id,
        })),
      });
    },
  )
  .patch(
    "/v1/w/:workspace/members/:member",
    describe("Teams", "Gives a member another role.", done, [
      ...ownerFailures,
      "bad-request",
      "last-owner",
    ]),
    input("param", memberPath),
    input("json", z.object({ role })),
    async (c) => {
      const { member } = c.req.valid("param");
      await changeRole(c.var.deps.database, actOf(c), member, c.req.valid("json").role);
      return c.json({ ok: true as const });
    },
  )
  .delete(
    "/v1/w/:workspace/members/:member",
    describe("Teams", "Removes a member; the team's rows leave their devices.", done, [
      ...ownerFailures,
      "last-owner",
    ]),
    input("param", memberPath),
    async (c) => {
      const { member } = c.req.valid("param");
      const act = actOf(c);
      await removeMember(c.var.deps.database, act, member);
      await dropMailboxes(c.var.deps, { workspaceId: act.workspaceId, userId: member });
      return c.json({ ok: true as const });
    },
  );
