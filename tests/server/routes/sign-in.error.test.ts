import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  await ground.form("/sign-in", {
    step: "create",
    email: "known@example.org",
    password: "correct horse battery",
  });
});
afterAll(() => ground.close());

it.each([
  [{ step: "code", email: "no address" }, "not an e-mail address"],
  [{ step: "verify", email: "ada@example.org", code: "000000" }, "code is not right"],
  [
    { step: "password", email: "known@example.org", password: "wrong wrong" },
    "or the password is not right",
  ],
  [
    { step: "password", email: "nobody@example.org", password: "wrong wrong" },
    "or the password is not right",
  ],
  [
    { step: "create", email: "known@example.org", password: "another password" },
    "already an account",
  ],
  [{ step: "create", email: "new@example.org", password: "short" }, "at least 10 characters"],
  [{ step: "create", email: "nonsense", password: "long enough now" }, "could not be made"],
  [{ step: "provider", provider: "google" }, "did not work"],
])("%j says what is wrong", async (fields, sentence) => {
  const answer = await ground.form("/sign-in", fields, { "x-test-address": "203.0.113.5" });
  expect(answer.status).toBe(400);
  const text = await answer.text();
  expect(text).toContain('role="alert"');
  expect(text).toContain(sentence);
});

it("keeps what was typed, so that it need not be typed again", async () => {
  const answer = await ground.form("/sign-in", {
    step: "password",
    email: "known@example.org",
    password: "wrong wrong",
    next: "/pair?code=BCDF-GHJK",
  });
  const text = await answer.text();
  expect(text).toContain('value="known@example.org"');
  expect(text).toContain('value="/pair?code=BCDF-GHJK"');
  expect(text).not.toContain("wrong wrong");
});

it("a form that is none is a bad request", async () => {
  expect((await ground.form("/sign-in", { step: "dance" })).status).toBe(400);
});
