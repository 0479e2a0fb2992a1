import { afterAll, beforeAll, expect, it } from "vitest";
import { addPerson, openMailGround, type MailGround } from "../../mailing/ground";
import { codeOf } from "../ground";

let ground: MailGround;
let box: string;
beforeAll(async () => {
  ground = await openMailGround();
  box = await ground.connected("outlook");
});
afterAll(() => ground.close());

it.each([
  { zone: "Mars/Olympus" },
  { to: { address: "nobody" } },
  { to: { address: "a@b.example\r\nBcc: c@d.example" } },
  { id: "1" },
  { hours: { days: [], from: "09:00", until: "18:00" } },
  { hours: { days: [1], from: "18:00", until: "09:00" } },
  { files: [{ name: "x", type: "text/plain", data: "not base64!" }] },
  { at: "2030-01-01T00:00:00.000Z" },
  { subject: "   " },
])("refuses %j", async (more) => {
  const answer = await ground.send(ground.mail(box, more));
  expect([answer.status, await codeOf(answer)]).toEqual([400, "bad-request"]);
});

it("refuses files larger than the mailbox takes, with the limit", async () => {
  const data = Buffer.alloc(2_400_000, 1).toString("base64");
  const answer = await ground.send(
    ground.mail(box, { files: [{ name: "big.bin", type: "application/octet-stream", data }] }),
  );
  expect(answer.status).toBe(413);
  expect((await answer.json()).error.detail).toEqual({ limit: 2_100_000 });
});

it("refuses a body nothing of which could be sent before reading it", async () => {
  const answer = await ground.send(ground.mail(box, { text: "x".repeat(17_000_000) }));
  expect(answer.status).toBe(413);
});

it("does not write to who asked for no more, by address or by person", async () => {
  await ground.api("/suppressions", "POST", { addresses: ["no@more.example"] });
  const to = { address: "No@More.example" };
  const byAddress = await ground.send(ground.mail(box, { to }));
  expect((await byAddress.json()).error).toMatchObject({
    code: "suppressed",
    detail: { why: "byHand" },
  });
  const personId = await addPerson(ground, ground.ida, { fullName: "Cy", doNotContact: true });
  const byPerson = await ground.send(ground.mail(box, { personId }));
  expect((await byPerson.json()).error.detail).toEqual({ why: "do-not-contact" });
});

it("is too late to call back or move what has left", async () => {
  const mail = ground.mail(box);
  await ground.send(mail);
  await ground.pass(10_000);
  const off = await ground.api(`/mails/${mail.id}`, "DELETE");
  expect([off.status, await codeOf(off)]).toEqual([409, "too-late"]);
  const moved = await ground.api(`/mails/${mail.id}`, "PATCH", { zone: "Europe/Paris" });
  expect(await codeOf(moved)).toBe("too-late");
});

it("has nothing to call back where nothing waits", async () => {
  const answer = await ground.api(`/mails/${ground.mail(box).id}`, "DELETE");
  expect(await codeOf(answer)).toBe("not-found");
});
