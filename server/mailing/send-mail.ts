import * as z from "zod";
import { nextWorking, workingHours } from "@/lib/messaging/schedule/working-hours";
import { ServiceFailure } from "../integrations/failure";
import {
  beginSending,
  deliveryOf,
  failDelivery,
  filesOf,
  moveDelivery,
  putBack,
  settle,
  type Delivery,
} from "./deliveries";
import {
  distrustToken,
  mailboxById,
  markProblem,
  openMailbox,
  resendSecretOf,
  type Integration,
} from "./mailboxes";
import type { Office } from "./office";
import { outgoingOf } from "./outgoing";
import { isDoNotContact } from "./people";
import { suppressionOf } from "./suppressions";
import { tellFailed, tellMoved, tellSent } from "./tell";
import { membership } from "../workspaces";
import { waitAfter, type Job, type Verdict } from "../jobs/run-due";

/**
 * Sends one mail, once. It may be cut off anywhere and begun again:
 * pending → (taken in hand) sending → (handed over) → sent → (told in the notebook).
 * What was in hand when an attempt ended is first looked for where it would have gone.
 */

const payload = z.object({ workspaceId: z.string(), messageId: z.string() });

/** A mail that may have left shows in the sent ones after a while, not at once. */
const LOOK_AFTER_MS = 120_000;
/** Resend knows a key for 24 hours. */
const KEY_LASTS_MS = 23 * 3_600_000;

const done = (outcome: string): Verdict => ({ is: "done", outcome });

export function sendMail(office: Office): Job {
  const { database } = office;
  return {
    async run(given, { number, now }) {
      const delivery = await deliveryOf(database, payload.parse(given));
      if (!delivery) return done("gone");
      if (delivery.state === "sent") {
        await tellSent(office, delivery);
        return done("sent");
      }
      if (delivery.state === "sending") return goOn(office, delivery, number, now);
      if (delivery.state === "pending") return begin(office, delivery, number, now);
      return done(delivery.state);
    },
    async giveUp(given) {
      const delivery = await deliveryOf(database, payload.parse(given));
      if (delivery) await fail(office, delivery, "gave-up");
    },
  };
}

async function begin(office: Office, d: Delivery, number: number, now: number): Promise<Verdict> {
  const { database } = office;
  if (d.dueAt.getTime() > now) return { is: "later", at: d.dueAt.getTime(), why: "not yet due" };
  const mailbox = await mailboxById(database, d.integrationId);
  const why = await refusal(office, d, mailbox);
  if (why !== undefined || !mailbox) return fail(office, d, why ?? "mailbox-gone");
  const open = openingAfter(d, now);
  if (open > now) return move(office, d, open, "outside working hours");
  const begun = await beginSending(database, d, mailbox.dailyLimit, now);
  if (begun.is === "gone") return done("called off");
  if (begun.is === "moved") return { is: "later", at: Math.max(begun.to, now + 1), why: "moved" };
  if (begun.is === "full") {
    return move(office, d, openingAfter(d, begun.until), "the day's mails are sent");
  }
  const inHand: Delivery = { ...d, state: "sending", triedAt: new Date(now) };
  return handOver(office, inHand, mailbox, number, now);
}

/** An attempt ended without saying how. */
async function goOn(office: Office, d: Delivery, number: number, now: number): Promise<Verdict> {
  const mailbox = await mailboxById(office.database, d.integrationId);
  if (!mailbox) return fail(office, d, "unknown");
  const tried = d.triedAt?.getTime() ?? now;
  if (tried + LOOK_AFTER_MS > now) {
    return { is: "later", at: tried + LOOK_AFTER_MS, why: "it may have left" };
  }
  try {
    const box = await openMailbox(office, mailbox);
    const outgoing = await mailOf(office, d, mailbox);
    if (!box.findSent && now - tried > KEY_LASTS_MS) return await fail(office, d, "unknown");
    const found = await box.findSent?.(outgoing);
    if (found) {
      await settle(office.database, d, found, tried);
      return await told(office, d);
    }
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return { is: "later", at: now + waitAfter(number), why: error.message };
  }
  return handOver(office, d, mailbox, number, now);
}

async function handOver(
  office: Office,
  d: Delivery,
  mailbox: Integration,
  number: number,
  now: number,
): Promise<Verdict> {
  const { database } = office;
  try {
    const box = await openMailbox(office, mailbox);
    const accepted = await box.send(await mailOf(office, d, mailbox));
    await settle(database, d, accepted, office.now());
    return await told(office, d);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    const wait = Math.max((error.wait ?? 0) * 1000, waitAfter(number));
    if (error.kind === "unclear") {
      return { is: "later", at: now + Math.max(wait, LOOK_AFTER_MS), why: error.message };
    }
    if (error.kind === "later") {
      await putBack(database, d, now + wait);
      return { is: "later", at: now + wait, why: error.message };
    }
    if (error.kind === "signed-out" && number === 1 && mailbox.provider !== "resend") {
      await distrustToken(office, mailbox);
      await putBack(database, d, now + 1000);
      return { is: "later", at: now + 1000, why: error.message };
    }
    if (error.kind === "signed-out") {
      await markProblem(database, mailbox.id, "signed-out");
      return fail(office, d, "signed-out");
    }
    return fail(office, d, error.reason);
  }
}

async function told(office: Office, d: Delivery): Promise<Verdict> {
  const settled = await deliveryOf(office.database, d);
  if (settled) await tellSent(office, settled);
  return done("sent");
}

async function mailOf(office: Office, d: Delivery, mailbox: Integration) {
  const { database } = office;
  const files = await filesOf(database, d);
  const { address, name } = mailbox;
  const secret = mailbox.provider === "resend" ? await resendSecretOf(office, mailbox) : undefined;
  return outgoingOf(
    office,
    {
      sender: { address, name },
      ...(secret?.replyTo && { replyTo: secret.replyTo }),
    },
    d,
    files,
  );
}

/** Asked again at the last moment: much can be said between writing and sending. */
async function refusal(
  { database }: Office,
  { workspaceId, address, personId, userId }: Delivery,
  mailbox: Integration | undefined,
): Promise<string | undefined> {
  if (!mailbox) return "mailbox-gone";
  if (await suppressionOf(database, workspaceId, address)) return "suppressed";
  if (await isDoNotContact(database, workspaceId, personId)) return "do-not-contact";
  const member = await membership(database.orm, workspaceId, userId);
  return !member || member.removed ? "not-a-member" : undefined;
}

function openingAfter(d: Delivery, at: number): number {
  const hours = d.hours === null ? undefined : workingHours.safeParse(JSON.parse(d.hours)).data;
  return hours ? nextWorking(at, d.zone, hours) : at;
}

async function move(office: Office, d: Delivery, at: number, why: string): Promise<Verdict> {
  await moveDelivery(office.database, d, { dueAt: at });
  await tellMoved(office, { ...d, dueAt: new Date(at) });
  return { is: "later", at, why, afresh: true };
}

async function fail(office: Office, d: Delivery, failure: string): Promise<Verdict> {
  await failDelivery(office.database, d, "failed", failure);
  await tellFailed(office, d, { failureReason: failure });
  return done(`failed: ${failure}`);
}
