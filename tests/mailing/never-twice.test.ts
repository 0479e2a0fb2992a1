import * as fc from "fast-check";
import { expect, it } from "vitest";
import { LEASE_MS } from "@/server/jobs/occurrences";
import { runDue } from "@/server/jobs/run-due";
import { jobsOf } from "@/server/mailing/jobs";
import type { Database } from "@/server/database";
import { RESEND_KEYS } from "./fakes/resend";
import { openMailGround, type MailGround } from "./ground";

/**
 * A process that dies at any of its writes, a service that fails before or after it took the mail, in any order:
 * the mail leaves once, and in the end the notebook says so.
 */

const MINUTE = 60_000;
const trouble = fc.array(
  fc.oneof(
    fc.record({ is: fc.constant("crash" as const), at: fc.integer({ min: 0, max: 14 }) }),
    fc.record({ is: fc.constant("before" as const), status: fc.constantFrom(429, 500, 503) }),
    fc.record({ is: fc.constant("after" as const), status: fc.constantFrom(500, 502, 504) }),
  ),
  { maxLength: 5 },
);

async function mailboxOf(ground: MailGround, provider: "gmail" | "outlook" | "resend") {
  if (provider !== "resend") return ground.connected(provider);
  const body = { key: RESEND_KEYS.full, from: "Ida <ida@norling.example>" };
  await ground.api("/mailboxes/resend", "POST", body);
  return (await ground.mailboxes()).mailboxes[0]!.id;
}

const killed = () => Promise.reject(new Error("the process was killed"));

/** As a process that is killed at its nth write: nothing of it is written or asked from then on. */
function dying(office: MailGround["office"], writes: number) {
  let left = writes;
  const underWay = new Set<Promise<unknown>>();
  const begun = <Answer>(call: Promise<Answer>): Promise<Answer> => {
    underWay.add(call);
    return call;
  };
  const { database, mailing } = office;
  return {
    office: {
      ...office,
      database: {
        ...database,
        write(batch: Parameters<Database["write"]>[0]) {
          if (left-- <= 0) return killed();
          return begun(database.write(batch));
        },
      },
      mailing: {
        ...mailing,
        fetch(...asked: Parameters<typeof fetch>) {
          if (left < 0) return killed();
          return begun(mailing.fetch(...asked));
        },
      },
    },
    /** What it had asked for before still arrives, long before anybody comes after it. */
    buried: () => Promise.allSettled(underWay),
  };
}

it.each(["gmail", "outlook", "resend"] as const)(
  "through %s no mail leaves twice, whatever fails",
  async (provider) => {
    await fc.assert(
      fc.asyncProperty(trouble, async (troubles) => {
        const ground = await openMailGround();
        try {
          const mail = ground.mail(await mailboxOf(ground, provider));
          await ground.send(mail);
          ground.clock.now += 10_000;
          for (const one of troubles) {
            if (one.is === "crash") {
              const { office, buried } = dying(ground.office, one.at);
              await runDue(
                office.database,
                jobsOf(office),
                () => ground.clock.now,
                () => undefined,
              ).catch(() => undefined);
              await buried();
            } else {
              const fault = { when: one.is, status: one.status };
              if (provider === "resend") ground.world.resend.faults.push(fault);
              else ground.world[provider].faults.push(fault);
              await ground.run();
            }
            ground.clock.now += LEASE_MS + MINUTE;
          }
          for (let round = 0; round < 12; round++) await ground.pass(10 * MINUTE);
          const sent =
            provider === "resend" ? ground.world.resend.sent : ground.world[provider].sent;
          expect(sent).toHaveLength(1);
          expect(await ground.message(mail.id)).toMatchObject({ status: "sent" });
          expect(await ground.rows("interactions")).toHaveLength(1);
        } finally {
          await ground.close();
        }
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);
