import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeIn, cookieOf, openGround, type Ground } from "./ground";

/** What signing in is like by what a server was told: that letters leave, that nobody new gets in, whom else to ask. */
const password = "correct horse battery";
let mailing: Ground;
beforeAll(async () => {
  mailing = await openGround({ delivers: true });
});
afterAll(() => mailing.close());

const emailOf = async (cookie: string) =>
  (await (await mailing.ask("/v1/me", { headers: { cookie } })).json()).user?.email as unknown;

describe("where letters leave", () => {
  it("a code by e-mail is announced as sent, where letters leave", async () => {
    expect(await (await mailing.ask("/sign-in")).text()).toContain("E-mail me a code");
    const asked = await mailing.form("/sign-in", { step: "code", email: "bo@example.org" });
    expect(await asked.text()).toContain("A code was sent to bo@example.org");
  });

  it("a password counts only after the code of a letter, where letters leave", async () => {
    const entries = { email: "dora@example.org", password };
    const made = await mailing.form("/sign-in", { step: "create", ...entries });
    expect(made.headers.getSetCookie()).toEqual([]);
    expect(await made.text()).toContain('value="prove"');

    mailing.clock.now += 1000;
    const early = await mailing.form("/sign-in", { step: "password", ...entries });
    expect(await emailOf(cookieOf(early))).toBeUndefined();
    const code = codeIn(await mailing.letterTo("dora@example.org"));
    const proved = await mailing.form("/sign-in", { step: "prove", email: entries.email, code });
    expect(proved.status).toBe(303);
    expect(await emailOf(cookieOf(proved))).toBe("dora@example.org");
    const later = await mailing.form("/sign-in", { step: "password", ...entries });
    expect(later.status).toBe(303);
  });
});

it("nobody new gets in where signing up is closed", async () => {
  const closed = await openGround({ env: { SIGN_UP: "closed" } });
  await closed.form("/sign-in", { step: "code", email: "new@example.org" });
  expect(closed.letters).toEqual([]);
  const made = await closed.form("/sign-in", {
    step: "create",
    email: "new@example.org",
    password: "long enough now",
  });
  expect(await made.text()).toContain("could not be made");
  await closed.close();
});

it("the page offers other sign-ins only where they are set up, and leads there", async () => {
  const ground = await openGround({
    env: { GOOGLE_CLIENT_ID: "id.example", GOOGLE_CLIENT_SECRET: "secret" },
  });
  const text = await (await ground.ask("/sign-in")).text();
  expect(text).toContain("Continue with Google");
  expect(text).not.toContain("Microsoft");
  expect(await (await mailing.ask("/sign-in")).text()).not.toContain("Continue with");
  const answer = await ground.form("/sign-in", {
    step: "provider",
    provider: "google",
    next: "/pair",
  });
  const url = new URL(answer.headers.get("location") ?? "");
  expect(url.host).toBe("accounts.google.com");
  expect(url.searchParams.get("client_id")).toBe("id.example");
  await ground.close();
});
