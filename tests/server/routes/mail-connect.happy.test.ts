import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { ORIGIN } from "../ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

it.each([
  ["gmail", "ida@norling.example"],
  ["outlook", "ida@contoso.example"],
] as const)("connects %s through the browser", async (provider, address) => {
  const page = await ground.consent(provider);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(address);
  expect((await ground.mailboxes()).mailboxes.map((one) => one.address)).toContain(address);
});

it("asks somebody not signed in to sign in first, and comes back", async () => {
  const answer = await ground.ask("/mail/connect?state=abc");
  expect(answer.headers.get("location")).toBe(
    `/sign-in?next=${encodeURIComponent("/mail/connect?state=abc")}`,
  );
});

it("connecting again puts the new consent in the old one's place", async () => {
  const before = (await ground.mailboxes()).mailboxes;
  await ground.consent("gmail");
  expect((await ground.mailboxes()).mailboxes.map(({ id }) => id)).toEqual(
    before.map(({ id }) => id),
  );
});

it("proves that who comes back is who went out", async () => {
  const token = ground.world.consent.asked.find(
    ({ grant_type: type }) => type === "authorization_code",
  );
  expect(token).toMatchObject({ redirect_uri: `${ORIGIN}/mail/connected` });
  expect(String(token?.code_verifier)).toHaveLength(43);
});
