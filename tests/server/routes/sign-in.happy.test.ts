import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeIn, cookieOf, openGround, type Ground } from "../ground";

const password = "correct horse battery";
let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const emailOf = async (cookie: string) =>
  (await (await ground.ask("/v1/me", { headers: { cookie } })).json()).user?.email as unknown;

describe("a code", () => {
  it("signs a new person in and leads to where they were going", async () => {
    const asked = await ground.form("/sign-in", { step: "code", email: "Ada@Example.org" });
    expect(await asked.text()).toContain("look at its log");
    const code = codeIn(await ground.letterTo("ada@example.org"));
    const next = "/pair?code=BCDF-GHJK";
    const answer = await ground.form("/sign-in", {
      step: "verify",
      email: "Ada@Example.org",
      code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
      next,
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, next]);
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly.*SameSite=Lax/);
    expect(cookie).toContain("Secure");
    expect(await emailOf(cookieOf(answer))).toBe("ada@example.org");
  });
});

describe("a password", () => {
  it("makes an account at once where nobody could prove an address, and signs in again", async () => {
    const entries = { email: "cleo@example.org", password };
    const made = await ground.form("/sign-in", { step: "create", ...entries });
    expect(made.status).toBe(303);
    const again = await ground.form("/sign-in", { step: "password", ...entries });
    expect(await emailOf(cookieOf(again))).toBe("cleo@example.org");
  });
});

describe("the page", () => {
  it("speaks French to who reads French, and says so", async () => {
    const answer = await ground.ask("/sign-in", {
      headers: { "accept-language": "fr-CH, en;q=0.5" },
    });
    const text = await answer.text();
    expect(text).toContain('<html lang="fr">');
    expect(text).toContain("Se connecter");
    expect(text).toContain("Obtenir un code dans le journal du serveur");
  });

  it("signs out", async () => {
    const cookie = await ground.signIn("eve@example.org");
    const answer = await ground.form("/sign-out", { next: "/pair?code=BCDF-GHJK" }, { cookie });
    expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fpair%3Fcode%3DBCDF-GHJK");
    expect(await emailOf(cookie)).toBeUndefined();
  });
});
