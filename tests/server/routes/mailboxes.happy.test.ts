import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { RESEND_KEYS } from "../../mailing/fakes/resend";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround({
    RESEND_API_KEY: RESEND_KEYS.full,
    MAIL_FROM: "Rapport <code@rapport.example>",
    MAIL_FROM_MEMBERS: "Rapport <members@rapport.example>",
  });
});
afterAll(() => ground.close());

it("shows the ways, connects, sets a limit, disconnects and takes the consent back", async () => {
  const before = await ground.mailboxes();
  expect(before.ways.map(({ missing }) => missing)).toEqual([[], [], []]);
  expect(before.shared).toBe("Rapport <members@rapport.example>");
  const id = await ground.connected("gmail");
  const [box] = (await ground.mailboxes()).mailboxes;
  expect(box).toMatchObject({ id, address: "ida@norling.example", canRead: true, sentToday: 0 });
  await ground.api(`/mailboxes/${id}`, "PATCH", { dailyLimit: 7, name: "Ida N." });
  expect((await ground.mailboxes()).mailboxes[0]).toMatchObject({ dailyLimit: 7, name: "Ida N." });
  expect((await ground.api(`/mailboxes/${id}`, "DELETE")).status).toBe(200);
  expect((await ground.mailboxes()).mailboxes).toEqual([]);
  expect(ground.world.consent.revoked()).toBe(1);
});

it.each([RESEND_KEYS.full, RESEND_KEYS.sending])(
  "takes a Resend key that works: %s",
  async (key) => {
    const body = { key, from: "Ida <ida@norling.example>" };
    expect((await ground.api("/mailboxes/resend", "POST", body)).status).toBe(200);
    const [box] = (await ground.mailboxes()).mailboxes;
    expect(box).toMatchObject({ provider: "resend", address: "ida@norling.example", name: "Ida" });
    expect(box?.hook).toBe(`https://rapport.example/v1/hooks/resend/${box?.id}`);
  },
);

it("lends the server's own account, and lets answers reach the person", async () => {
  expect((await ground.api("/mailboxes/resend", "POST", {})).status).toBe(200);
  const box = (await ground.mailboxes()).mailboxes.find(
    ({ address }) => address === "members@rapport.example",
  );
  await ground.send(ground.mail(box!.id));
  await ground.pass(10_000);
  expect(ground.world.resend.sent.at(-1)?.body).toMatchObject({
    from: "Rapport <members@rapport.example>",
    reply_to: "ida@norling.example",
  });
});

it("looks at a domain's records", async () => {
  Object.assign(ground.world.zone, {
    "norling.example TXT": ["v=spf1 include:_spf.google.com ~all"],
    "_spf.google.com TXT": ["v=spf1 ip4:192.0.2.0/24 ~all"],
    "_dmarc.norling.example TXT": ["v=DMARC1; p=reject; rua=mailto:d@norling.example"],
  });
  const answer = await ground.api("/domain-check?domain=norling.example&sender=gmail");
  expect(await answer.json()).toMatchObject({
    domain: "norling.example",
    spf: { findings: [{ code: "spf-fine" }] },
    dkim: { findings: [{ code: "dkim-missing" }] },
    dmarc: { findings: [{ code: "dmarc-fine", about: "reject" }] },
  });
});
