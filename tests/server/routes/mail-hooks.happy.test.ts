import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { RESEND_KEYS, resendEvent } from "../../mailing/fakes/resend";

const SECRET = `whsec_${Buffer.alloc(24, 3).toString("base64")}`;
let ground: MailGround;
let box: { id: string; hook: string };
beforeAll(async () => {
  ground = await openMailGround();
  await ground.api("/mailboxes/resend", "POST", {
    key: RESEND_KEYS.full,
    from: "Ida <ida@norling.example>",
    webhookSecret: SECRET,
  });
  const [made] = (await ground.mailboxes()).mailboxes;
  box = { id: made!.id, hook: new URL(made!.hook!).pathname };
});
afterAll(() => ground.close());

async function sent() {
  const mail = ground.mail(box.id, {
    to: { address: `to${ground.world.resend.sent.length}@x.example` },
  });
  await ground.send(mail);
  await ground.pass(10_000);
  // Others may leave in the same moment.
  const left = ground.world.resend.sent.findLast(({ body }) =>
    String(body["to"]).includes(mail.to.address),
  );
  return { mail, emailId: left!.id };
}

async function told(type: string, data: Record<string, unknown>, id?: string) {
  const now = ground.clock.now;
  const answer = await ground.ask(
    box.hook,
    await resendEvent(SECRET, { type, data }, { now, ...(id !== undefined && { id }) }),
  );
  await ground.run();
  return answer.status;
}

it("a hard bounce is told with its reason, and ends writing there", async () => {
  const { mail, emailId } = await sent();
  const bounce = { type: "Permanent", subType: "General", message: "550 no such user" };
  expect(await told("email.bounced", { email_id: emailId, bounce })).toBe(200);
  expect(await ground.message(mail.id)).toMatchObject({
    status: "failed",
    bounce: "hard",
    failureReason: "550 no such user",
  });
  expect((await ground.send(ground.mail(box.id, { to: mail.to }))).status).toBe(409);
});

it("a soft one is told, and leaves the address open", async () => {
  const { mail, emailId } = await sent();
  await told("email.bounced", {
    email_id: emailId,
    bounce: { type: "Transient", message: "full" },
  });
  expect(await ground.message(mail.id)).toMatchObject({ status: "failed", bounce: "soft" });
  expect((await ground.send(ground.mail(box.id, { to: mail.to }))).status).toBe(200);
});

it("says when it arrived", async () => {
  const { mail, emailId } = await sent();
  await told("email.delivered", { email_id: emailId });
  expect(await ground.message(mail.id)).toMatchObject({ status: "delivered" });
});

it("a complaint counts as never again", async () => {
  const { mail, emailId } = await sent();
  await told("email.complained", { email_id: emailId });
  expect((await ground.rows("people"))[0]).toMatchObject({ doNotContact: true });
  const address = encodeURIComponent(mail.to.address);
  expect((await ground.api(`/suppressions/${address}`, "DELETE")).status).toBe(200);
});

it("an answer that came to Resend becomes a message of the person", async () => {
  const { mail } = await sent();
  const rfcId = String((await ground.message(mail.id))?.externalId);
  ground.world.resend.received.set("in-1", {
    id: "in-1",
    from: "Bo Lind <bo@lind.example>",
    to: ["ida@norling.example"],
    subject: "Re: Lunch?",
    text: "Thursday is fine.\n\nOn Tue, 1 Sep 2026, Ida wrote:\n> Lunch?",
    message_id: "<answer-1@lind.example>",
    headers: { "In-Reply-To": rfcId },
    created_at: new Date(ground.clock.now).toISOString(),
  });
  await told("email.received", { email_id: "in-1" });
  const answer = (await ground.rows("messages")).find(
    (row) => (row as Record<string, unknown>).externalId === "<answer-1@lind.example>",
  );
  expect(answer).toMatchObject({ direction: "received", content: "Thursday is fine." });
  expect(await ground.message(mail.id)).toMatchObject({
    replied: true,
    replyMessageId: answer!.id,
  });
});
