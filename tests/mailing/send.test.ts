import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { templateStats } from "@/lib/messaging/template-stats";
import type { Message } from "@/lib/model/message";
import { created, pushOf } from "../server/push-body";
import { spaceOf } from "../server/space";
import { openMailGround, type MailGround } from "./ground";

let ground: MailGround;
beforeEach(async () => {
  ground = await openMailGround();
});
afterEach(() => ground.close());

const MINUTE = 60_000;

describe.each(["gmail", "outlook"] as const)("a mail through %s", (provider) => {
  it("waits to be called back, leaves once, and stands in the notebook", async () => {
    const box = await ground.connected(provider);
    const mail = ground.mail(box);
    const answer = await ground.send(mail);
    expect(await answer.json()).toMatchObject({ state: "pending" });
    expect(await ground.message(mail.id)).toMatchObject({
      status: "scheduled",
      personId: ground.personId,
    });
    await ground.run();
    expect(ground.world[provider].sent).toEqual([]);
    await ground.pass(10_000);
    const [sent] = ground.world[provider].sent;
    expect(sent?.headers.get("to")).toContain("bo@lind.example");
    expect(sent?.headers.get("from")).toContain(
      provider === "gmail" ? "ida@norling.example" : "ida@contoso.example",
    );
    expect(await ground.message(mail.id)).toMatchObject({
      status: "sent",
      sentAt: new Date(ground.clock.now).toISOString(),
      direction: "sent",
      channel: "email",
    });
    expect(await ground.rows("interactions")).toMatchObject([
      { type: "email", messageId: mail.id },
    ]);
    expect((await ground.rows("people"))[0]).toMatchObject({
      lastInteractionAt: new Date(ground.clock.now).toISOString(),
    });
    await ground.send(mail);
    await ground.pass(10 * MINUTE);
    expect(ground.world[provider].sent).toHaveLength(1);
    expect(await ground.delivery(mail.id)).toMatchObject({ state: "sent", text: "", html: "" });
  });

  it("is found among the sent ones when the answer was lost, and not sent again", async () => {
    const box = await ground.connected(provider);
    const mail = ground.mail(box);
    await ground.send(mail);
    ground.world[provider].faults.push({ when: "after", status: 503 });
    await ground.pass(10_000);
    expect(ground.world[provider].sent).toHaveLength(1);
    expect(await ground.message(mail.id)).toMatchObject({ status: "scheduled" });
    await ground.pass(3 * MINUTE);
    expect(ground.world[provider].sent).toHaveLength(1);
    expect(await ground.message(mail.id)).toMatchObject({ status: "sent" });
  });

  it("is tried again when it was surely not taken", async () => {
    const box = await ground.connected(provider);
    const mail = ground.mail(box);
    await ground.send(mail);
    ground.world[provider].faults.push({ when: "before", status: 429, retryAfter: 60 });
    await ground.pass(10_000);
    expect(ground.world[provider].sent).toEqual([]);
    await ground.pass(2 * MINUTE);
    expect(ground.world[provider].sent).toHaveLength(1);
  });
});

it("stands with the template it came of, so that the template's figures count it", async () => {
  const box = await ground.connected("gmail");
  const templateId = randomUUID();
  const mail = ground.mail(box);
  const row = created(
    "device1",
    { personId: ground.personId, status: "draft", templateId, createdAt: mail.createdAt },
    { tbl: "messages", id: mail.id },
  );
  await spaceOf(ground, ground.ida).push(pushOf("device1", [row]));
  await ground.send(mail);
  await ground.pass(10_000);
  const message = (await ground.message(mail.id)) as Message;
  expect(templateStats([message]).get(templateId)).toMatchObject({ used: 1 });
});
