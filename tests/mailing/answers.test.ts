import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openMailGround, type MailGround } from "./ground";

let ground: MailGround;
beforeEach(async () => {
  ground = await openMailGround();
});
afterEach(() => ground.close());

const MINUTE = 60_000;
type Row = Record<string, unknown>;

function raw(headers: Record<string, string>, body: string): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...head, "", body].join("\r\n");
}

const answer = (to: string, more: Record<string, string> = {}, body = "Thursday it is.") =>
  raw(
    {
      From: "Bo Lind <bo@lind.example>",
      To: "ida@norling.example",
      Subject: "Re: Lunch?",
      "Message-ID": `<answer-${Math.random()}@lind.example>`,
      "In-Reply-To": to,
      References: to,
      "Content-Type": "text/plain; charset=utf-8",
      ...more,
    },
    body,
  );

function report(to: string, status: string, returned: string): string {
  return raw(
    {
      From: "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
      To: "ida@norling.example",
      Subject: "Delivery Status Notification (Failure)",
      "Message-ID": `<dsn-${Math.random()}@googlemail.example>`,
      "Auto-Submitted": "auto-replied",
      "Content-Type": 'multipart/report; boundary="b"; report-type=delivery-status',
    },
    [
      "--b",
      "Content-Type: text/plain",
      "",
      "Your message was not delivered.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; googlemail.example",
      "",
      `Final-Recipient: rfc822; ${to}`,
      "Action: failed",
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550-5.1.1 no such user here",
      "--b",
      "Content-Type: message/rfc822",
      "",
      returned,
      "--b--",
      "",
    ].join("\r\n"),
  );
}

async function received(): Promise<Row[]> {
  const rows = (await ground.rows("messages")) as Row[];
  return rows.filter((row) => row.direction === "received");
}

describe.each(["gmail", "outlook"] as const)("what comes back to %s", (provider) => {
  async function sent(more: Row = {}) {
    const box = await ground.connected(provider);
    const mail = ground.mail(box, more);
    await ground.send(mail);
    await ground.pass(10_000);
    // The ids the service gave are learnt at the next look.
    await ground.pass(6 * MINUTE);
    const stored = ground.world[provider].sent.at(-1)!;
    return { mail, stored, rfcId: stored.headers.get("message-id")! };
  }

  it("an answer is tied to its mail and its person, and stands in the history", async () => {
    const { mail, stored, rfcId } = await sent();
    ground.world[provider].receive(
      answer(
        rfcId,
        {},
        "Thursday it is.\r\n\r\nOn Tue, 1 Sep 2026 at 10:00, Ida wrote:\r\n> Lunch?",
      ),
      stored.threadId,
    );
    await ground.pass(6 * MINUTE);
    const [reply] = await received();
    expect(reply).toMatchObject({
      personId: ground.personId,
      content: "Thursday it is.",
      subject: "Re: Lunch?",
      channel: "email",
      threadId: stored.threadId,
    });
    expect(await ground.message(mail.id)).toMatchObject({
      replied: true,
      replyMessageId: reply!.id,
      replyContent: "Thursday it is.",
    });
    expect(await ground.rows("interactions")).toHaveLength(2);
    await ground.pass(30 * MINUTE);
    expect(await received()).toHaveLength(1);
  });

  it("an answer without its headers is known by its sender", async () => {
    const { mail } = await sent();
    ground.world[provider].receive(answer("<someone-elses@id.example>"));
    await ground.pass(6 * MINUTE);
    expect(await ground.message(mail.id)).toMatchObject({ replied: true });
  });

  it("an out-of-office note is kept, and is no answer", async () => {
    const { mail, rfcId } = await sent();
    ground.world[provider].receive(
      answer(rfcId, { "Auto-Submitted": "auto-replied" }, "I am away."),
    );
    await ground.pass(6 * MINUTE);
    expect(await received()).toMatchObject([{ automatic: true, content: "I am away." }]);
    expect((await ground.message(mail.id))?.replied).toBeUndefined();
    expect(await ground.rows("interactions")).toHaveLength(1);
  });

  it("a stranger's mail is neither read nor kept", async () => {
    await sent();
    ground.world[provider].receive(
      answer("<x@y.example>", { From: "Nobody <nobody@elsewhere.example>" }),
    );
    await ground.pass(6 * MINUTE);
    expect(await received()).toEqual([]);
  });

  it("a hard bounce is told with its reason, and the address is never written to again", async () => {
    const { mail, stored } = await sent();
    ground.world[provider].receive(report("bo@lind.example", "5.1.1", stored.raw));
    await ground.pass(6 * MINUTE);
    expect(await ground.message(mail.id)).toMatchObject({
      status: "failed",
      bounce: "hard",
      failureReason: "550-5.1.1 no such user here",
    });
    expect((await ground.send(ground.mail(mail.mailbox))).status).toBe(409);
  });

  it("a full mailbox is a soft one, and may be tried again", async () => {
    const { mail, stored } = await sent();
    ground.world[provider].receive(report("bo@lind.example", "4.2.2", stored.raw));
    await ground.pass(6 * MINUTE);
    expect(await ground.message(mail.id)).toMatchObject({ bounce: "soft" });
    expect((await ground.send(ground.mail(mail.mailbox))).status).toBe(200);
  });

  it("a consent that has ended is said, and the mail is kept", async () => {
    const box = await ground.connected(provider);
    ground.world.consent.good.clear();
    const ended = {
      status: 400,
      body: { error: "invalid_grant", error_description: "Token has been revoked." },
    };
    ground.world.consent.answers.push(ended, ended, ended, ended);
    const mail = ground.mail(box);
    await ground.send(mail);
    await ground.pass(10_000);
    await ground.pass(MINUTE);
    expect(await ground.message(mail.id)).toMatchObject({
      status: "failed",
      failureReason: "signed-out",
      content: mail.content,
    });
    expect((await ground.mailboxes()).mailboxes[0]).toMatchObject({ problem: "signed-out" });
  });

  it("a token that has run out is renewed by itself", async () => {
    const box = await ground.connected(provider);
    ground.clock.now += 2 * 3_600_000;
    ground.world.consent.good.clear();
    await ground.send(ground.mail(box));
    await ground.pass(10_000);
    expect(ground.world[provider].sent).toHaveLength(1);
  });
});
