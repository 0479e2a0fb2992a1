import { afterAll, beforeAll, expect, it } from "vitest";
import { openGround, type Ground } from "../ground";

let ground: Ground;
let cookie: string;
beforeAll(async () => {
  ground = await openGround();
  cookie = await ground.signIn("ada@example.org");
});
afterAll(() => ground.close());

it.each(["BCDF-GHJK", "hello", "'; --"])(
  "of the code %s says that it leads nowhere",
  async (code) => {
    const answer = await ground.ask(`/pair?code=${encodeURIComponent(code)}`, {
      headers: { cookie },
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("unknown, already used or too old");
  },
);

it("a code that ran out between looking and pressing is not approved", async () => {
  const { user_code } = await (
    await ground.post("/v1/pair/start", { device_name: "Browser" })
  ).json();
  ground.clock.now += 600_000;
  const answer = await ground.form("/pair", { user_code, decision: "approve" }, { cookie });
  expect(answer.status).toBe(404);
});

it("a form that is none is a bad request", async () => {
  expect((await ground.form("/pair", { user_code: "x" }, { cookie })).status).toBe(400);
});
