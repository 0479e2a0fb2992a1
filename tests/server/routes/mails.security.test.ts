import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";

let ground: MailGround;
let box: string;
beforeAll(async () => {
  ground = await openMailGround();
  box = await ground.connected("gmail");
});
afterAll(() => ground.close());

it("a header cannot be brought in by any field", async () => {
  const evil = "Hello\r\nBcc: everybody@example.org\r\nX-Evil: 1";
  const mail = ground.mail(box, {
    subject: evil,
    to: { address: "bo@lind.example", name: evil },
    files: [{ name: `a"\r\nX-Evil: 1`, type: "text/plain\r\nX-Evil: 1", data: "aGk=" }],
  });
  expect((await ground.send(mail)).status).toBe(200);
  await ground.pass(10_000);
  const [sent] = ground.world.gmail.sent;
  expect([...sent!.headers.keys()]).not.toContain("bcc");
  expect(sent!.raw).not.toMatch(/^(?:Bcc|X-Evil):/imu);
});

it("somebody else's mail is neither seen nor touched", async () => {
  const mail = ground.mail(box);
  await ground.send(mail);
  const other = await ground.connect("colleague@example.org");
  await ground.addMember(ground.ida.workspace, other.userId, "owner");
  const asOther = { ...other, workspace: ground.ida.workspace };
  for (const [method, body] of [
    ["DELETE", undefined],
    ["PATCH", { zone: "Europe/Paris" }],
  ] as const) {
    expect((await ground.api(`/mails/${mail.id}`, method, body, asOther)).status).toBe(404);
  }
  expect((await ground.send(mail, other)).status).toBe(404);
});

it("nothing leaves for somebody who was removed between writing and sending", async () => {
  const other = await ground.connect("gone@example.org");
  await ground.addMember(ground.ida.workspace, other.userId, "recruiter");
  const inTeam = { ...other, workspace: ground.ida.workspace };
  await ground.consent("outlook", inTeam);
  const [theirs] = (await ground.mailboxes(inTeam)).mailboxes;
  const mail = ground.mail(theirs!.id);
  expect((await ground.send(mail, inTeam)).status).toBe(200);
  await ground.database.write([
    { sql: "update member set removed_at = 1 where user_id = ?", args: [other.userId] },
  ]);
  await ground.pass(60_000);
  expect(ground.world.outlook.sent).toEqual([]);
  expect(await ground.message(mail.id)).toMatchObject({ failureReason: "not-a-member" });
});

it("a conversation of another workspace is not answered into", async () => {
  const stranger = await ground.connect("stranger@example.org");
  const first = ground.mail(box);
  await ground.send(first);
  await ground.pass(10_000);
  await ground.consent("outlook", stranger);
  const [theirs] = (await ground.mailboxes(stranger)).mailboxes;
  const reply = ground.mail(theirs!.id, { answers: first.id });
  await ground.send(reply, stranger);
  await ground.pass(10_000);
  expect(ground.world.outlook.sent.at(-1)?.headers.has("in-reply-to")).toBe(false);
});
