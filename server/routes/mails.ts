import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import { computedId } from "@/lib/contacts/computed-id";
import { addressKey, isAddress } from "@/lib/messaging/mail/address";
import { nextWorking, workingHours } from "@/lib/messaging/schedule/working-hours";
import { isZone } from "@/lib/messaging/schedule/zoned-time";
import { ApiError, type ApiErrorCode } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { FILE_BYTES } from "../integrations/mailbox";
import {
  callOff,
  deliveryOf,
  moveDelivery,
  putDelivery,
  type Delivery,
} from "../mailing/deliveries";
import { mailboxOf, type Integration } from "../mailing/mailboxes";
import { answeredBy, isDoNotContact } from "../mailing/people";
import { suppressionOf } from "../mailing/suppressions";
import { DELIVERY_STATES } from "../mailing/tables";
import { tellCalledOff, tellMoved, tellScheduled, tellSent } from "../mailing/tell";
import { demand } from "../rate-limit";
import { input } from "../validate";

/** How long a mail can be called back after Send was pressed. */
const UNDO_MS = 10_000;
const YEAR_MS = 366 * 86_400_000;
/** Files of one mail, with the third base64 adds, and the text. */
const BODY_BYTES = 16_000_000;
const POSTS = { max: 300, seconds: 600 };

const when = z.object({
  at: z.iso.datetime().optional().describe("The earliest moment; now when absent."),
  zone: z.string().max(60).refine(isZone).describe("Where the recipient is, as an IANA name."),
  hours: workingHours
    .optional()
    .describe("Their working hours, when it may leave only within them."),
});

const post = when.extend({
  id: z.uuid().describe("The message's row. A repeated request with it changes nothing."),
  personId: z.uuid(),
  mailbox: z.string(),
  to: z.object({
    address: z.string().trim().max(254).refine(isAddress),
    name: z.string().max(200).default(""),
  }),
  subject: z.string().max(998),
  text: z.string().max(500_000),
  html: z.string().max(500_000),
  format: z.enum(["text", "html"]),
  /** What stands in the row: the HTML's source or the text. */
  content: z.string().max(500_000),
  language: z.string().max(20),
  createdAt: z.iso.datetime(),
  rowAt: z.iso.datetime().optional().describe("When the device's row last changed."),
  answers: z.uuid().optional().describe("The message's row that this one answers."),
  hasFarewell: z.boolean().default(false).describe("End with the line about writing no more."),
  files: z
    .array(
      z.object({
        name: z.string().min(1).max(200),
        type: z.string().max(100),
        data: z.base64(),
      }),
    )
    .max(10)
    .default([]),
});
type Post = z.infer<typeof post>;

const state = z.object({
  state: z.enum(DELIVERY_STATES),
  dueAt: z.iso.datetime(),
  zone: z.string(),
});

/** From these a mail may be sent anew, as a person asks for it. */
const CAN_BEGIN_ANEW: ReadonlySet<string> = new Set(["cancelled", "failed", "bounced"]);

const path = z.object({ workspace: z.string() });
const one = path.extend({ message: z.string() });
const failures = [
  "not-signed-in",
  "device-revoked",
  "device-expired",
  "not-found",
  "forbidden",
  "bad-request",
] as const satisfies readonly ApiErrorCode[];

const limited: MiddlewareHandler = bodyLimit({
  maxSize: BODY_BYTES,
  onError: () => {
    throw new ApiError("body-too-large", { limit: BODY_BYTES });
  },
});

export const mails = new Hono<AppEnv>()
  .post(
    "/v1/w/:workspace/mails",
    describe("Mail", "Puts a mail down to be sent, now or at its moment.", state, [
      ...failures,
      "suppressed",
      "body-too-large",
      "too-many",
    ]),
    limited,
    input("param", path),
    input("json", post),
    async (c) => {
      const { deps, membership, caller } = c.var;
      const { database, limits, scheduler } = deps;
      const asked = c.req.valid("json");
      const { workspaceId } = membership;
      const userId = caller.person.id;
      await demand(limits, `mails:${userId}`, POSTS);
      const mailbox = await mailboxOf(database, { workspaceId, userId, id: asked.mailbox });
      if (!mailbox) throw new ApiError("not-found");
      const before = await deliveryOf(database, { workspaceId, messageId: asked.id });
      if (before && before.userId !== userId) throw new ApiError("forbidden");
      if (!before || CAN_BEGIN_ANEW.has(before.state)) {
        await refuse(c, workspaceId, asked, mailbox);
        await put(c, asked, mailbox);
      }
      const standing = (await deliveryOf(database, { workspaceId, messageId: asked.id }))!;
      if (standing.state === "pending") {
        const { createdAt, content, format, rowAt } = asked;
        const after = rowAt === undefined ? undefined : Date.parse(rowAt);
        await tellScheduled(deps, standing, { createdAt, content, format, after });
        scheduler.wake(standing.dueAt.getTime(), c);
      }
      if (standing.state === "sent") await tellSent(deps, standing);
      return c.json(shown(standing));
    },
  )
  .patch(
    "/v1/w/:workspace/mails/:message",
    describe("Mail", "Gives a mail that waits another moment.", state, [...failures, "too-late"]),
    input("param", one),
    input("json", when),
    async (c) => {
      const { deps } = c.var;
      const delivery = await ownDelivery(c, c.req.valid("param").message);
      const asked = c.req.valid("json");
      const dueAt = dueOf(asked, deps.now());
      const { zone, hours } = asked;
      if (!(await moveDelivery(deps.database, delivery, { dueAt, zone, hours }))) {
        throw new ApiError("too-late");
      }
      const moved: Delivery = { ...delivery, dueAt: new Date(dueAt), zone, state: "pending" };
      await tellMoved(deps, moved);
      deps.scheduler.wake(dueAt, c);
      return c.json(shown(moved));
    },
  )
  .delete(
    "/v1/w/:workspace/mails/:message",
    describe("Mail", "Calls off a mail that waits; it is a draft again.", state, [
      ...failures,
      "too-late",
    ]),
    input("param", one),
    async (c) => {
      const { deps } = c.var;
      const delivery = await ownDelivery(c, c.req.valid("param").message);
      const isOff = delivery.state === "cancelled" || (await callOff(deps.database, delivery));
      if (!isOff) throw new ApiError("too-late");
      await tellCalledOff(deps, delivery);
      return c.json(shown({ ...delivery, state: "cancelled" }));
    },
  );

async function ownDelivery(c: Context<AppEnv>, messageId: string): Promise<Delivery> {
  const { workspaceId } = c.var.membership;
  const found = await deliveryOf(c.var.deps.database, { workspaceId, messageId });
  if (!found || found.userId !== c.var.caller.person.id) throw new ApiError("not-found");
  return found;
}

async function refuse(
  c: Context<AppEnv>,
  workspaceId: string,
  { to, personId, files, subject }: Post,
  { provider }: Integration,
): Promise<void> {
  const { database } = c.var.deps;
  const why =
    (await suppressionOf(database, workspaceId, to.address)) ??
    ((await isDoNotContact(database, workspaceId, personId)) ? "do-not-contact" : undefined);
  if (why !== undefined) throw new ApiError("suppressed", { why });
  const bytes = files.reduce((sum, { data }) => sum + Math.floor((data.length * 3) / 4), 0);
  const limit = FILE_BYTES[provider];
  if (bytes > limit) throw new ApiError("body-too-large", { limit });
  if (subject.trim() === "")
    throw new ApiError("bad-request", { where: "json.subject", why: "Empty." });
}

async function put(c: Context<AppEnv>, asked: Post, mailbox: Integration): Promise<void> {
  const { database, now, publicUrl } = c.var.deps;
  const { workspaceId } = c.var.membership;
  const answered = asked.answers
    ? await answeredBy(database, workspaceId, asked.answers)
    : undefined;
  const at = now();
  const marker = computedId("mail-out", workspaceId, asked.id, String(at));
  const domain = mailbox.address.split("@")[1] ?? new URL(publicUrl).hostname;
  await putDelivery(
    database,
    {
      workspaceId,
      messageId: asked.id,
      userId: c.var.caller.person.id,
      integrationId: mailbox.id,
      personId: asked.personId,
      address: addressKey(asked.to.address),
      name: asked.to.name,
      subject: asked.subject,
      text: asked.text,
      html: asked.html,
      language: asked.language,
      hasFarewell: asked.hasFarewell,
      dueAt: new Date(dueOf(asked, at)),
      zone: asked.zone,
      hours: asked.hours,
      marker,
      rfcId: `<${marker}@${domain}>`,
      inReplyTo: answered?.rfcId ?? null,
      references: answered ? [...answered.references.slice(-20), answered.rfcId].join(" ") : null,
      // A conversation is known to the mailbox in which it is, to no other.
      threadId: mailbox.provider === "gmail" ? (answered?.threadId ?? null) : null,
      createdAt: new Date(at),
    },
    asked.files,
  );
}

/** Never before it can be called back, never outside the hours. */
function dueOf({ at, zone, hours }: z.infer<typeof when>, now: number): number {
  const wanted = Math.max(now + UNDO_MS, at === undefined ? 0 : Date.parse(at));
  if (wanted > now + YEAR_MS)
    throw new ApiError("bad-request", { where: "json.at", why: "Too far." });
  return hours ? nextWorking(wanted, zone, hours) : wanted;
}

function shown({ state: is, dueAt, zone }: Delivery): z.infer<typeof state> {
  return { state: is, dueAt: dueAt.toISOString(), zone };
}
