import { afterEach, beforeEach, expect, it } from "vitest";
import { callsOf, foundTeam } from "../server/team";
import { openMailGround, type MailGround } from "./ground";

let ground: MailGround;
beforeEach(async () => {
  ground = await openMailGround();
});
afterEach(() => ground.close());

const revoked = () => ground.world.consent.revoked();
const disconnect = async (id: string) => {
  const answer = await ground.api(`/mailboxes/${id}`, "DELETE");
  return ((await answer.json()) as { consent: string }).consent;
};

it("takes Google's consent back when a mailbox is disconnected, and its token opens nothing any more", async () => {
  const id = await ground.connected("gmail");
  const tokens = [...ground.world.consent.good];
  expect(await disconnect(id)).toBe("done");
  expect(revoked()).toBe(1);
  expect(tokens.every((token) => !ground.world.consent.good.has(token))).toBe(true);
});

it("counts a consent that its owner has ended already as taken back", async () => {
  const id = await ground.connected("gmail");
  const [token = ""] = ground.world.consent.good;
  ground.world.consent.takeBack(token);
  expect(await disconnect(id)).toBe("done");
});

it("disconnects where Google cannot be asked, and says that the owner has to do the rest", async () => {
  const id = await ground.connected("gmail");
  ground.world.consent.revoking.isDown = true;
  expect(await disconnect(id)).toBe("byHand");
  expect((await ground.mailboxes()).mailboxes).toEqual([]);
  expect(revoked()).toBe(0);
});

it("says that Microsoft's consent is taken back by hand", async () => {
  expect(await disconnect(await ground.connected("outlook"))).toBe("byHand");
});

it("gives every consent back when the account is erased", async () => {
  await ground.connected("gmail");
  const { ida } = ground;
  const answer = await callsOf(ground, ida)("POST", "/v1/me/erase", {
    email: "ida@norling.example",
  });
  expect(answer.status).toBe(200);
  expect(revoked()).toBe(1);
});

it("erases the account where Google cannot be asked", async () => {
  await ground.connected("gmail");
  ground.world.consent.revoking.isDown = true;
  const call = callsOf(ground, ground.ida);
  const answer = await call("POST", "/v1/me/erase", { email: "ida@norling.example" });
  expect(answer.status).toBe(200);
  expect((await call("GET", "/v1/me")).ok).toBe(false);
});

it("keeps the consent where the erasure is refused", async () => {
  await ground.connected("gmail");
  const answer = await callsOf(ground, ground.ida)("POST", "/v1/me/erase", {
    email: "x@y.example",
  });
  expect(answer.ok).toBe(false);
  expect(revoked()).toBe(0);
});

it.each(["left", "deleted"])("gives a team's consents back when it is %s", async (how) => {
  const { ida } = ground;
  const bob = await ground.connect("bob@lind.example");
  const team = await foundTeam(ground, how === "left" ? bob : ida);
  if (how === "left") {
    const { code } = await team.invite("ida@norling.example");
    await ground.form("/invite", { code, decision: "accept" }, { cookie: ida.cookie });
  }
  await ground.consent("gmail", { ...ida, workspace: team.id });
  const call = callsOf(ground, ida);
  const answer =
    how === "left"
      ? await call("POST", `/v1/w/${team.id}/leave`)
      : await call("DELETE", `/v1/w/${team.id}`);
  expect(answer.status).toBe(200);
  expect(revoked()).toBe(1);
});
