import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "@/server/database";
import { openMailGround, type MailGround } from "../../mailing/ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

it("keeps tokens sealed, and gives none of them out", async () => {
  await ground.connected("gmail");
  const [rows] = await ground.database.read([sql("select * from integration")]);
  const stored = JSON.stringify(rows);
  for (const token of ground.world.consent.good) expect(stored).not.toContain(token);
  expect(stored).not.toContain("refresh");
  const shown = JSON.stringify(await ground.mailboxes());
  expect(shown).not.toMatch(/sealed|token|secret/iu);
});

it("is the mailbox of one person: another member of the workspace neither sees nor uses it", async () => {
  const { mailboxes } = await ground.mailboxes();
  const other = await ground.connect("other@example.org");
  await ground.addMember(ground.ida.workspace, other.userId, "recruiter");
  const asOther = { ...other, workspace: ground.ida.workspace };
  expect((await ground.mailboxes(asOther)).mailboxes).toEqual([]);
  const id = mailboxes[0]!.id;
  expect((await ground.api(`/mailboxes/${id}`, "DELETE", undefined, asOther)).status).toBe(404);
  expect((await ground.send(ground.mail(id), asOther)).status).toBe(404);
});

it("asks for no more than sending, reading answers and the mailbox's name", async () => {
  const begun = await ground.api("/mailboxes/consent", "POST", { provider: "gmail" });
  const { url } = (await begun.json()) as { url: string };
  const out = await ground.ask(new URL(url).pathname + new URL(url).search, {
    headers: { cookie: ground.ida.cookie },
  });
  const query = new URL(out.headers.get("location")!).searchParams;
  expect(query.get("scope")?.split(" ")).toEqual([
    "openid",
    "email",
    "https://www.googleapis.com/auth/gmail.send",
    "https://www.googleapis.com/auth/gmail.readonly",
  ]);
  expect(query.get("code_challenge_method")).toBe("S256");
  expect(query.get("code_challenge")).toMatch(/^[\w-]{43}$/u);
});
