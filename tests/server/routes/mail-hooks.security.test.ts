import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "@/server/database";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { RESEND_KEYS, resendEvent } from "../../mailing/fakes/resend";

const SECRET = `whsec_${Buffer.alloc(24, 5).toString("base64")}`;
const OTHER = `whsec_${Buffer.alloc(24, 6).toString("base64")}`;
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

const event = { type: "email.bounced", data: { email_id: "x", bounce: { type: "Permanent" } } };
const events = async () => {
  const [rows] = await ground.database.read([
    sql("select count(*) n from occurrence where kind = 'resend-event'"),
  ]);
  return rows?.[0]?.n;
};

it("believes nobody without the signature: wrong secret, changed body, none at all", async () => {
  const now = ground.clock.now;
  const good = await resendEvent(SECRET, event, { now });
  const wrong = await resendEvent(OTHER, event, { now });
  const changed = { ...good, body: String(good.body).replace("Permanent", "Transient") };
  const bare = { method: "POST", body: JSON.stringify(event) };
  for (const request of [wrong, changed, bare]) {
    expect((await ground.ask(HOOK, request)).status).toBe(403);
  }
  expect(await events()).toBe(0);
});

it("believes no old event, and none twice", async () => {
  const now = ground.clock.now;
  const old = await resendEvent(SECRET, event, { now: now - 6 * 60_000 });
  expect((await ground.ask(HOOK, old)).status).toBe(403);
  const one = await resendEvent(SECRET, event, { now, id: "msg_1" });
  for (let time = 0; time < 3; time++) expect((await ground.ask(HOOK, one)).status).toBe(200);
  expect(await events()).toBe(1);
});

it("an account cannot speak of another account's mails", async () => {
  const connect = (from: string, webhookSecret: string) =>
    ground.api("/mailboxes/resend", "POST", { key: RESEND_KEYS.full, from, webhookSecret });
  await connect("a@norling.example", SECRET);
  await connect("b@norling.example", OTHER);
  const boxes = (await ground.mailboxes()).mailboxes;
  const [a, b] = ["a@norling.example", "b@norling.example"].map((address) =>
    boxes.find((box) => box.address === address)!,
  );
  const mail = ground.mail(a!.id);
  await ground.send(mail);
  await ground.pass(10_000);
  const emailId = ground.world.resend.sent.at(-1)!.id;
  const told = await resendEvent(
    OTHER,
    { type: "email.complained", data: { email_id: emailId } },
    { now: ground.clock.now },
  );
  expect((await ground.ask(new URL(b!.hook!).pathname, told)).status).toBe(200);
  await ground.run();
  expect(await ground.message(mail.id)).toMatchObject({ status: "sent" });
});
