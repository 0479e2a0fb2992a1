import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

const begin = async () => {
  const answer = await ground.api("/mailboxes/consent", "POST", { provider: "gmail" });
  return new URL(((await answer.json()) as { url: string }).url).searchParams.get("state")!;
};
const back = (query: string, language = "en") =>
  ground.ask(`/mail/connected?${query}`, {
    headers: { cookie: ground.ida.cookie, "accept-language": language },
  });

it("says so when nothing was agreed to", async () => {
  const page = await back(`state=${await begin()}&error=access_denied`);
  expect([page.status, await page.text()]).toEqual([
    400,
    expect.stringContaining("You did not agree"),
  ]);
});

it("says so in French too", async () => {
  const page = await back(`state=${await begin()}&error=access_denied`, "fr");
  expect(await page.text()).toContain("pas donné votre accord");
});

it("says so when the service takes the code for a wrong one", async () => {
  const page = await back(`state=${await begin()}&code=made-up`);
  expect([page.status, await page.text()]).toEqual([
    400,
    expect.stringContaining("Nothing was connected"),
  ]);
});

it("connects nothing without leave to send, and connects without leave to read", async () => {
  ground.world.consent.answers.push({
    body: { scope: "openid https://www.googleapis.com/auth/gmail.readonly" },
  });
  expect(await (await ground.consent("gmail")).text()).toContain("leave that box ticked");
  expect((await ground.mailboxes()).mailboxes).toEqual([]);
  ground.world.consent.answers.push({
    body: { scope: "openid https://www.googleapis.com/auth/gmail.send" },
  });
  expect(await (await ground.consent("gmail")).text()).toContain("did not let answers be read");
  expect((await ground.mailboxes()).mailboxes[0]).toMatchObject({ canRead: false });
});

it("is too late after a quarter of an hour", async () => {
  const state = await begin();
  ground.clock.now += 16 * 60_000;
  const page = await ground.ask(`/mail/connect?state=${state}`, {
    headers: { cookie: ground.ida.cookie },
  });
  expect(page.status).toBe(404);
});
