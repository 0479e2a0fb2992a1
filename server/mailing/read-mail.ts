import * as z from "zod";
import { addressKey } from "@/lib/messaging/mail/address";
import { sql } from "../database";
import { ServiceFailure } from "../integrations/failure";
import type { Heading, Mailbox } from "../integrations/mailbox";
import { settleIds } from "./learn-ids";
import {
  distrustToken,
  mailboxById,
  markProblem,
  openMailbox,
  type Integration,
} from "./mailboxes";
import type { Office } from "./office";
import { peopleByAddress } from "./people";
import { answersOf, readIncoming } from "./incoming";
import { deliveriesNamed, lastDeliveryTo, takeInBounce, takeInReply, type Place } from "./take-in";
import { waitAfter, type Job, type Verdict } from "../jobs/run-due";

/** Looks for answers in a mailbox, again and again. Heads are looked at; only what is ours is read. */

const payload = z.object({ mailbox: z.string() });
const EVERY_MS = 5 * 60_000;
/** Mail may show up a little after its time. */
const OVERLAP_MS = 120_000;

export const readKey = (mailbox: string) => `read-mail/${mailbox}`;

export function readMail(office: Office): Job {
  const { database } = office;
  return {
    async run(given, { number, now }): Promise<Verdict> {
      const mailbox = await mailboxById(database, payload.parse(given).mailbox);
      if (!mailbox?.canRead) return { is: "done", outcome: "not read" };
      if (mailbox.problem !== null) return later(now + EVERY_MS, mailbox.problem);
      try {
        const box = await openMailbox(office, mailbox);
        if (!box.headings || !box.read) return { is: "done", outcome: "not read" };
        await settleIds(office, mailbox, box);
        const count = await lookThrough(office, mailbox, box, now);
        return later(now + EVERY_MS, `${count} taken in`);
      } catch (error) {
        if (!(error instanceof ServiceFailure)) throw error;
        if (error.kind === "signed-out" && number === 1) {
          await distrustToken(office, mailbox);
          return { is: "later", at: now + 1000, why: error.message };
        }
        if (error.kind === "signed-out") await markProblem(database, mailbox.id, "signed-out");
        const wait = Math.max(waitAfter(number), (error.wait ?? 0) * 1000);
        return later(now + Math.max(EVERY_MS, wait), error.message);
      }
    },
  };
}

const later = (at: number, why: string): Verdict => ({ is: "later", at, why, afresh: true });

async function lookThrough(office: Office, mailbox: Integration, box: Mailbox, now: number) {
  const since = mailbox.readUntil.getTime() - OVERLAP_MS;
  const heads = (await box.headings!(since)).filter((head) => fromOf(head) !== mailbox.address);
  const place = { workspaceId: mailbox.workspaceId, userId: mailbox.userId };
  const people = await peopleByAddress(office.database, place.workspaceId, heads.map(fromOf));
  let count = 0;
  for (const head of heads) count += await takeIn(office, place, box, head, people);
  await office.database.write([
    sql("update integration set read_until = ? where id = ?", now, mailbox.id),
  ]);
  return count;
}

async function takeIn(
  office: Office,
  place: Place,
  box: Mailbox,
  head: Heading,
  people: Map<string, string>,
): Promise<number> {
  const { database } = office;
  const header = (name: string) => head.headers.get(name);
  const named = await deliveriesNamed(database, place.workspaceId, {
    rfcIds: answersOf(header("in-reply-to"), header("references")),
    threadIds: head.threadId ? [head.threadId] : [],
  });
  const isReport = /^multipart\/report\b/iu.test(header("content-type") ?? "");
  const personId = named[0]?.personId ?? people.get(fromOf(head));
  if (!isReport && personId === undefined) return 0;
  const incoming = await readIncoming(await box.read!(head.id));
  if (incoming.bounces.length > 0) return takeBounces(office, place, incoming);
  if (isReport || personId === undefined) return 0;
  const answers = named[0] ?? (await lastDeliveryTo(database, place.workspaceId, fromOf(head)));
  await takeInReply(office, place, incoming, { personId, answers }, head.at, head.threadId);
  return 1;
}

/** By the mail the report gives back, else by the address it names. */
async function takeBounces(
  office: Office,
  { workspaceId }: Place,
  { bounces, returned }: Awaited<ReturnType<typeof readIncoming>>,
): Promise<number> {
  let count = 0;
  for (const bounce of bounces) {
    const named = await deliveriesNamed(office.database, workspaceId, {
      rfcIds: returned?.rfcId ? [returned.rfcId] : [],
      markers: returned?.marker ? [returned.marker] : [],
    });
    const byAddress = bounce.address
      ? await lastDeliveryTo(office.database, workspaceId, bounce.address)
      : undefined;
    const delivery = named[0] ?? byAddress;
    if (!delivery) continue;
    await takeInBounce(office, delivery, bounce);
    count += 1;
  }
  return count;
}

function fromOf(head: Heading): string {
  const text = head.headers.get("from") ?? "";
  return addressKey(/<([^<>]+)>\s*$/u.exec(text)?.[1] ?? text);
}
