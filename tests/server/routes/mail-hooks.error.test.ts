import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { RESEND_KEYS, resendEvent } from "../../mailing/fakes/resend";
import { codeOf } from "../ground";

const SECRET = `whsec_${Buffer.alloc(24, 5).toString("base64")}`;
const HOOK = "/v1/hooks/resend/shared";
let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround({
    RESEND_API_KEY: RESEND_KEYS.full,
    MAIL_FROM: "code@rapport.example",
    MAIL_FROM_MEMBERS: "members@rapport.example",
    RESEND_WEBHOOK_SECRET: SECRET,
  });
});
afterAll(() => ground.close());

it("takes an event about a mail it does not know, and does nothing", async () => {
  const event = { type: "email.bounced", data: { email_id: "unknown" } };
  const answer = await ground.ask(
    HOOK,
    await resendEvent(SECRET, event, { now: ground.clock.now }),
  );
  expect(answer.status).toBe(200);
  await ground.run();
  expect(ground.logged).toEqual([]);
});

it("takes an event of a kind that is new to it", async () => {
  const event = { type: "email.read-aloud", data: {} };
  const answer = await ground.ask(
    HOOK,
    await resendEvent(SECRET, event, { now: ground.clock.now }),
  );
  expect(answer.status).toBe(200);
  await ground.run();
});

it("refuses what is signed and yet no event", async () => {
  const event = { type: 7, data: "none" } as unknown as {
    type: string;
    data: Record<string, unknown>;
  };
  const answer = await ground.ask(
    HOOK,
    await resendEvent(SECRET, event, { now: ground.clock.now }),
  );
  expect([answer.status, await codeOf(answer)]).toEqual([400, "bad-request"]);
});

it("is not there for a mailbox without a secret", async () => {
  const event = { type: "email.delivered", data: {} };
  const answer = await ground.ask(
    "/v1/hooks/resend/nothing",
    await resendEvent(SECRET, event, { now: ground.clock.now }),
  );
  expect(answer.status).toBe(404);
});
