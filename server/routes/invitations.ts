import { Hono, type Context } from "hono";
import * as z from "zod";
import { ROLES } from "@/lib/model/role";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { invitationLink, sendInvitation } from "../invitation-letter";
import { invitationsOf, invite, inviteAgain, revokeInvitation, type Invited } from "../invitations";
import { demand } from "../rate-limit";
import { demandTeam } from "../teams";
import { input } from "../validate";
import { actOf, done, ownerFailures, path } from "./teams";

/** Letters to strangers on somebody's say-so: enough for a large team in a day. */
const LETTERS = { max: 60, seconds: 86_400 };

const invitationPath = path.extend({ invitation: z.string() });
const role = z.enum(ROLES);
const shape = z.object({
  id: z.string(),
  email: z.string(),
  role,
  expiresAt: z.iso.datetime(),
});
const sent = z.object({
  invitation: shape,
  mailed: z.boolean(),
  link: z
    .url()
    .optional()
    .describe("Where no letter went out: to be handed over by whoever invites."),
});
const list = z.object({ invitations: z.array(shape.extend({ isExpired: z.boolean() })) });

export const invitations = new Hono<AppEnv>()
  .get(
    "/v1/w/:workspace/invitations",
    describe("Teams", "Invitations nobody has answered yet.", list, ownerFailures),
    input("param", path),
    async (c) => {
      const { deps, membership } = c.var;
      const found = await invitationsOf(deps.database.orm, membership.workspaceId);
      return c.json({
        invitations: found.map(({ id, email, role: offered, expiresAt }) => ({
          id,
          email,
          role: offered,
          expiresAt: expiresAt.toISOString(),
          isExpired: expiresAt.getTime() <= deps.now(),
        })),
      });
    },
  )
  .post(
    "/v1/w/:workspace/invitations",
    describe("Teams", "Invites an address; good for seven days.", sent, [
      ...ownerFailures,
      "bad-request",
      "already-member",
      "too-many",
    ]),
    input("param", path),
    input("json", z.object({ email: z.email().max(254), role })),
    async (c) => {
      await countLetter(c);
      return c.json(
        await send(c, await invite(c.var.deps.database, actOf(c), c.req.valid("json"))),
      );
    },
  )
  .post(
    "/v1/w/:workspace/invitations/:invitation/resend",
    describe("Teams", "Sends it again with a new link; the one before is void.", sent, [
      ...ownerFailures,
      "too-many",
    ]),
    input("param", invitationPath),
    async (c) => {
      await countLetter(c);
      const { invitation } = c.req.valid("param");
      return c.json(await send(c, await inviteAgain(c.var.deps.database, actOf(c), invitation)));
    },
  )
  .delete(
    "/v1/w/:workspace/invitations/:invitation",
    describe("Teams", "Takes an invitation back.", done, ownerFailures),
    input("param", invitationPath),
    async (c) => {
      const { invitation } = c.req.valid("param");
      await revokeInvitation(c.var.deps.database, actOf(c), invitation);
      return c.json({ ok: true as const });
    },
  );

async function countLetter(c: Context<AppEnv>): Promise<void> {
  const { limits } = c.var.deps;
  await demand(limits, `invite:${c.var.caller.person.id}`, LETTERS);
}

async function send(c: Context<AppEnv>, offer: Invited): Promise<z.infer<typeof sent>> {
  const { database, mail, publicUrl, log } = c.var.deps;
  const { name: team } = await demandTeam(database.orm, c.var.membership.workspaceId);
  const sender = { team, from: c.var.caller.person.email, publicUrl };
  const mailed = await sendInvitation(mail, offer, sender, log);
  const { id, email, role: offered, expiresAt, secret } = offer;
  return {
    invitation: { id, email, role: offered, expiresAt: expiresAt.toISOString() },
    mailed,
    ...(!mailed && { link: invitationLink(publicUrl, secret) }),
  };
}
