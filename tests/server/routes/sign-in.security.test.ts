import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ownPath } from "@/server/routes/sign-in";
import { codeIn, cookieOf, openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

describe("where one lands after signing in", () => {
  it.each([
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "/\t/elsewhere.example/",
    "javascript:alert(1)",
    "pair",
    undefined,
    7,
  ])("%j never leads away", (next) => {
    expect(new URL(ownPath(next), "https://rapport.example").host).toBe("rapport.example");
    expect(ownPath(next)).toMatch(/^\/(?![/\\])/);
  });

  it("keeps a path of this server", () => {
    expect(ownPath("/pair?code=BCDF-GHJK")).toBe("/pair?code=BCDF-GHJK");
  });
});

describe("forms of another site", () => {
  it("sign nobody in", async () => {
    await ground.form("/sign-in", { step: "code", email: "ada@example.org" });
    const answer = await ground.form(
      "/sign-in",
      {
        step: "verify",
        email: "ada@example.org",
        code: codeIn(await ground.letterTo("ada@example.org")),
      },
      { origin: "https://elsewhere.example" },
    );
    expect(answer.status).toBe(400);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("sign nobody out", async () => {
    const cookie = await ground.signIn("bo@example.org");
    const answer = await ground.form(
      "/sign-out",
      {},
      { cookie, origin: "https://elsewhere.example" },
    );
    expect(answer.status).toBe(403);
    expect((await ground.ask("/v1/me", { headers: { cookie } })).status).toBe(200);
  });
});

describe("guessing", () => {
  it("a code is over after five wrong ones, even for the right one", async () => {
    const address = { "x-test-address": "203.0.113.7" };
    const email = "cleo@example.org";
    await ground.form("/sign-in", { step: "code", email }, address);
    const code = codeIn(await ground.letterTo(email));
    const wrong = code === "111111" ? "222222" : "111111";
    for (let guess = 0; guess < 5; guess++) {
      await ground.form("/sign-in", { step: "verify", email, code: wrong }, address);
    }
    const answer = await ground.form("/sign-in", { step: "verify", email, code }, address);
    expect(answer.status).toBe(400);
  });

  it("passwords is slowed down per address, whatever a caller says of its own address", async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 22; guess++) {
      const answer = await ground.ask("/api/auth/sign-in/email", {
        method: "POST",
        headers: {
          "content-type": "application/json",
          origin: "https://rapport.example",
          "x-test-address": "203.0.113.8",
          "x-forwarded-for": `10.0.0.${guess}`,
          "x-rapport-address": `10.0.1.${guess}`,
        },
        body: JSON.stringify({ email: "dora@example.org", password: `guess number ${guess}` }),
      });
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
});

describe("an account made in another's name", () => {
  it("keeps neither its password nor its sessions once the owner proves the address", async () => {
    const email = "victim@example.org";
    const planted = await ground.form("/sign-in", {
      step: "create",
      email,
      password: "attacker's own",
    });
    const attacker = cookieOf(planted);
    await ground.form("/sign-in", { step: "code", email });
    const code = codeIn(await ground.letterTo(email));
    const entered = await ground.form("/sign-in", { step: "verify", email, code });
    expect(entered.status).toBe(303);
    expect((await ground.ask("/v1/me", { headers: { cookie: attacker } })).status).toBe(401);
    const again = await ground.form("/sign-in", {
      step: "password",
      email,
      password: "attacker's own",
    });
    expect(again.status).toBe(400);
  });
});

describe("what is kept", () => {
  it("is neither codes nor passwords", async () => {
    const address = { "x-test-address": "203.0.113.9" };
    await ground.form("/sign-in", { step: "code", email: "kept@example.org" }, address);
    const [codes, accounts] = await ground.database.read([
      { sql: "select * from verification", args: [] },
      { sql: "select * from account", args: [] },
    ]);
    const code = codeIn(await ground.letterTo("kept@example.org"));
    expect(code).toHaveLength(6);
    expect(JSON.stringify(codes)).not.toContain(code);
    expect(JSON.stringify(accounts)).not.toContain("attacker's own");
  });
});

describe("text typed into the page", () => {
  it("stays text", async () => {
    const email = `"><script>alert(1)</script>@example.org`;
    const text = await (await ground.form("/sign-in", { step: "code", email })).text();
    expect(text).not.toContain("<script>");
  });
});
