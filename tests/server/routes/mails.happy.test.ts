import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";

let ground: MailGround;
let box: string;
beforeAll(async () => {
  ground = await openMailGround();
  box = await ground.connected("gmail");
});
afterAll(() => ground.close());

const HOURS = { days: [1, 2, 3, 4, 5], from: "09:00", until: "18:00" };

it("calls a mail off while it waits: it is a draft again, and can be sent after all", async () => {
  const mail = ground.mail(box);
  await ground.send(mail);
  const off = await ground.api(`/mails/${mail.id}`, "DELETE");
  expect(await off.json()).toMatchObject({ state: "cancelled" });
  await ground.pass(60_000);
  expect(ground.world.gmail.sent).toEqual([]);
  expect(await ground.message(mail.id)).toMatchObject({ status: "draft", content: mail.content });
  await ground.send({ ...mail, text: "Better words" });
  await ground.pass(60_000);
  expect(ground.world.gmail.sent).toHaveLength(1);
  expect(await ground.message(mail.id)).toMatchObject({ status: "sent" });
});

it("waits for the recipient's working hours, and moves when asked", async () => {
  // It is Tuesday, 10:01 in Paris and 01:01 in Los Angeles.
  const mail = ground.mail(box, { zone: "America/Los_Angeles", hours: HOURS });
  const answer = (await (await ground.send(mail)).json()) as { dueAt: string };
  expect(answer.dueAt).toBe("2026-09-01T16:00:00.000Z");
  const moved = await ground.api(`/mails/${mail.id}`, "PATCH", {
    at: "2026-09-05T20:00:00.000Z",
    zone: "America/Los_Angeles",
    hours: HOURS,
  });
  // A Saturday: the next working moment is Monday at nine.
  expect(await moved.json()).toMatchObject({ dueAt: "2026-09-07T16:00:00.000Z" });
  expect(await ground.message(mail.id)).toMatchObject({
    status: "scheduled",
    scheduledFor: "2026-09-07T16:00:00.000Z",
    zone: "America/Los_Angeles",
  });
  const before = ground.world.gmail.sent.length;
  ground.clock.now = Date.parse("2026-09-07T16:00:01.000Z");
  await ground.run();
  expect(ground.world.gmail.sent).toHaveLength(before + 1);
});

it("sends files along, and answers within the conversation", async () => {
  const first = ground.mail(box);
  await ground.send(first);
  await ground.pass(10_000);
  const [sent] = ground.world.gmail.sent.slice(-1);
  const second = ground.mail(box, {
    answers: first.id,
    subject: "Re: Lunch?",
    files: [
      { name: "Plan é.txt", type: "text/plain", data: Buffer.from("the plan").toString("base64") },
    ],
  });
  await ground.send(second);
  await ground.pass(10_000);
  const last = ground.world.gmail.sent.at(-1)!;
  const rfcId = String((await ground.message(first.id))?.externalId);
  expect(rfcId).toBe(sent?.headers.get("message-id"));
  expect(last.headers.get("in-reply-to")).toBe(rfcId);
  expect(last.headers.get("references")).toBe(rfcId);
  expect(last.threadId).toBe(sent?.threadId);
  expect(last.raw).toContain("filename*=utf-8''Plan%20%C3%A9.txt");
  expect(last.raw).toContain(Buffer.from("the plan").toString("base64"));
});

it("a repeated request is answered as the first, and puts nothing down twice", async () => {
  const mail = ground.mail(box);
  const answers = await Promise.all([1, 2, 3, 4].map(async () => ground.send(mail)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const before = ground.world.gmail.sent.length;
  await ground.pass(60_000);
  expect(ground.world.gmail.sent).toHaveLength(before + 1);
});
