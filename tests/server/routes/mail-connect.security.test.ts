import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { ORIGIN } from "../ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

const begin = async () => {
  const answer = await ground.api("/mailboxes/consent", "POST", { provider: "gmail" });
  return ((await answer.json()) as { url: string }).url.replace(ORIGIN, "");
};

it("does not let a stranger's link take somebody else's mailbox", async () => {
  const link = await begin();
  const victim = await ground.signIn("victim@example.org");
  const out = await ground.ask(link, { headers: { cookie: victim } });
  expect([out.status, out.headers.get("location")]).toEqual([404, null]);
  const state = new URL(link, ORIGIN).searchParams.get("state")!;
  const back = await ground.ask(`/mail/connected?state=${state}&code=x`, {
    headers: { cookie: victim },
  });
  expect(back.status).toBe(404);
  expect((await ground.mailboxes()).mailboxes).toEqual([]);
});

it("takes a state once", async () => {
  const headers = { cookie: ground.ida.cookie };
  const out = await ground.ask(await begin(), { headers });
  const provider = await fetch(out.headers.get("location")!, { redirect: "manual" });
  const back = provider.headers.get("location")!.replace(ORIGIN, "");
  expect((await ground.ask(back, { headers })).status).toBe(200);
  expect((await ground.ask(back, { headers })).status).toBe(404);
});

it("does not come back without a session, nor for a made-up state", async () => {
  expect((await ground.ask("/mail/connected?state=made-up&code=x")).status).toBe(404);
  const headers = { cookie: ground.ida.cookie };
  expect((await ground.ask("/mail/connect?state=made-up", { headers })).status).toBe(404);
});

it("connects nothing for somebody removed from the workspace meanwhile", async () => {
  const other = await ground.connect("leaving@example.org");
  await ground.addMember(ground.ida.workspace, other.userId, "recruiter");
  const inTeam = { ...other, workspace: ground.ida.workspace };
  const asked = await ground.api("/mailboxes/consent", "POST", { provider: "gmail" }, inTeam);
  const { url } = (await asked.json()) as { url: string };
  const headers = { cookie: other.cookie };
  const out = await ground.ask(url.replace(ORIGIN, ""), { headers });
  const provider = await fetch(out.headers.get("location")!, { redirect: "manual" });
  await ground.database.write([
    { sql: "update member set removed_at = 1 where user_id = ?", args: [other.userId] },
  ]);
  const back = provider.headers.get("location")!.replace(ORIGIN, "");
  expect((await ground.ask(back, { headers })).status).toBe(404);
});
