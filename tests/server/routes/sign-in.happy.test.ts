import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeIn, cookieOf, openGround, type Ground } from "../ground";

const password = "correct horse battery";
let plain: Ground;
let mailing: Ground;
beforeAll(async () => {
  plain = await openGround();
  mailing = await openGround({ delivers: true });
});
afterAll(async () => {
  await plain.close();
  await mailing.close();
});

const emailOf = async (ground: Ground, cookie: string) =>
  (await (await ground.ask("/v1/me", { headers: { cookie } })).json()).user?.email as unknown;

describe("a code", () => {
  it("signs a new person in and leads to where they were going", async () => {
    const asked = await plain.form("/sign-in", { step: "code", email: "Ada@Example.org" });
    expect(await asked.text()).toContain("look at its log");
    const code = codeIn(plain.letters.at(-1));
    const next = "/pair?code=BCDF-GHJK";
    const answer = await plain.form("/sign-in", {
      step: "verify",
      email: "Ada@Example.org",
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
      next,
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, next]);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(cookie).toContain("Secure");
    expect(await emailOf(plain, cookieOf(answer))).toBe("ada@example.org");
  });

  it("by e-mail is announced as sent, where letters leave", async () => {
    const asked = await mailing.form("/sign-in", { step: "code", email: "bo@example.org" });
    expect(await asked.text()).toContain("A code was sent to bo@example.org");
  });
});

describe("a password", () => {
  it("makes an account at once where nobody could prove an address, and signs in again", async () => {
    const entries = { email: "cleo@example.org", password };
    const made = await plain.form("/sign-in", { step: "create", ...entries });
    expect(made.status).toBe(303);
    const again = await plain.form("/sign-in", { step: "password", ...entries });
    expect(await emailOf(plain, cookieOf(again))).toBe("cleo@example.org");
  });

  it("counts only after the code of a letter, where letters leave", async () => {
    const entries = { email: "dora@example.org", password };
    const made = await mailing.form("/sign-in", { step: "create", ...entries });
    expect(made.headers.getSetCookie()).toEqual([]);
    expect(await made.text()).toContain('value="prove"');

    const early = await mailing.form("/sign-in", { step: "password", ...entries });
    expect(await emailOf(mailing, cookieOf(early))).toBeUndefined();
    const code = codeIn(mailing.letters.at(-1));
    const proved = await mailing.form("/sign-in", { step: "prove", email: entries.email, code });
    expect(proved.status).toBe(303);
    expect(await emailOf(mailing, cookieOf(proved))).toBe("dora@example.org");
    const later = await mailing.form("/sign-in", { step: "password", ...entries });
    expect(later.status).toBe(303);
  });
});

describe("the page", () => {
  it("speaks French to who reads French, and says so", async () => {
    const answer = await plain.ask("/sign-in", {
      headers: { "accept-language": "fr-CH, en;q=0.5" },
    });
    const text = await answer.text();
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain("Se connecter");
    expect(text).toContain("Recevoir un code par e-mail");
  });

  it("offers other sign-ins only where they are set up, and leads there", async () => {
    const ground = await openGround({
      env: { GOOGLE_CLIENT_ID: "id.example", GOOGLE_CLIENT_SECRET: "secret" },
    });
    const text = await (await ground.ask("/sign-in")).text();
    expect(text).toContain("Continue with Google");
    expect(text).not.toContain("Microsoft");
    expect(await (await plain.ask("/sign-in")).text()).not.toContain("Continue with");
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

  it("signs out", async () => {
    const cookie = await plain.signIn("eve@example.org");
    const answer = await plain.form("/sign-out", { next: "/pair?code=BCDF-GHJK" }, { cookie });
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fpair%3Fcode%3DBCDF-GHJK");
    expect(await emailOf(plain, cookie)).toBeUndefined();
  });
});
