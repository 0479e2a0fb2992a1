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

/** A database whose writes fail from the nth on, as those of a killed process do. */
function dying(database: Database, writes: number): Database {
  let left = writes;
  return {
    ...database,
    write: (batch) =>
      left-- > 0 ? database.write(batch) : Promise.reject(new Error("the process was killed")),
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
              const database = dying(ground.database, one.at);
              const office = { ...ground.office, database };
              await runDue(
                database,
                jobsOf(office),
                () => ground.clock.now,
                () => undefined,
              ).catch(() => undefined);
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
