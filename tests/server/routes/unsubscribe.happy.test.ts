import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { ORIGIN } from "../ground";

let ground: MailGround;
let link: string;
beforeAll(async () => {
  ground = await openMailGround();
  const box = await ground.connected("gmail");
  await ground.send(ground.mail(box, { hasFarewell: true }));
  await ground.pass(10_000);
  link = ground.world.gmail.sent[0]!.headers.get("list-unsubscribe")!
    .slice(1, -1)
    .replace(ORIGIN, "");
});
afterAll(() => ground.close());

const list = async () =>
  ((await (await ground.api("/suppressions")).json()) as { suppressions: object[] }).suppressions;

it("stands in the mail's headers and at its end", async () => {
  const [sent] = ground.world.gmail.sent;
  expect(sent?.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const text = sent!.raw.split("\r\n\r\n").map((part) => Buffer.from(part, "base64").toString());
  expect(text.join("\n")).toContain(link);
});

it("looking at the page changes nothing, however often", async () => {
  for (let look = 0; look < 3; look++) expect((await ground.ask(link)).status).toBe(200);
  const page = await ground.ask(link, { headers: { "accept-language": "fr" } });
  expect(await page.text()).toContain("Rien ne change tant que vous n’appuyez pas");
  expect(await list()).toEqual([]);
});

it("one POST of a mail program is enough, without an account or a cookie", async () => {
  const answer = await ground.ask(link, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(answer.status).toBe(200);
  expect(await list()).toMatchObject([{ address: "bo@lind.example", reason: "unsubscribed" }]);
  expect((await ground.rows("people"))[0]).toMatchObject({ doNotContact: true });
});

it("what waited is not sent any more, and coming back is a person's own act", async () => {
  const box = (await ground.mailboxes()).mailboxes[0]!.id;
  expect((await ground.send(ground.mail(box))).status).toBe(409);
  await ground.api("/suppressions/bo%40lind.example", "DELETE");
  expect((await ground.rows("people"))[0]).toMatchObject({ doNotContact: false });
  const mail = ground.mail(box);
  expect((await ground.send(mail)).status).toBe(200);
  ground.clock.now += 86_400_000;
  await ground.ask(link, { method: "POST" });
  await ground.pass(60_000);
  expect(ground.world.gmail.sent).toHaveLength(1);
  expect(await ground.message(mail.id)).toMatchObject({
    status: "failed",
    failureReason: "suppressed",
  });
});
