import { afterAll, beforeAll, expect, it } from "vitest";
import { openMailGround, type MailGround } from "../../mailing/ground";
import { codeOf, openGround } from "../ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

it.each([
  [{ key: "re_wrong_key_0003", from: "ida@norling.example" }, 422, "mail-refused"],
  [{ key: "short", from: "ida@norling.example" }, 400, "bad-request"],
  [{ key: "re_full_access_0001", from: "no address" }, 400, "bad-request"],
  [{}, 400, "bad-request"],
])("refuses the account %j", async (body, status, code) => {
  const answer = await ground.api("/mailboxes/resend", "POST", body);
  expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
});

it("says a wrong key's fault in the service's words", async () => {
  const body = { key: "re_wrong_key_0003", from: "ida@norling.example" };
  const answer = await ground.api("/mailboxes/resend", "POST", body);
  expect((await answer.json()).error.detail).toMatchObject({ why: "API key is invalid" });
});

it.each(["", "?domain=localhost", "?domain=a..b", "?domain=192.0.2.1", "?domain=x.example/../"])(
  "does not ask the DNS for %j",
  async (query) => {
    expect((await ground.api(`/domain-check${query}`)).status).toBe(400);
  },
);

it.each([["PATCH"], ["DELETE"]])(
  "%s of a mailbox that is not there is not-found",
  async (method) => {
    const answer = await ground.api(
      "/mailboxes/nothing",
      method,
      method === "PATCH" ? {} : undefined,
    );
    expect(await codeOf(answer)).toBe("not-found");
  },
);

// Last: who opens a ground on a Worker sweeps the one before away.
it("says which settings are missing, and connects nothing without them", async () => {
  const bare = await openGround();
  const { bearer, workspace } = await bare.connect("bare@example.org");
  const headers = { ...bearer, "content-type": "application/json" };
  const list = await (await bare.ask(`/v1/w/${workspace}/mailboxes`, { headers })).json();
  expect(list.ways[0]).toEqual({
    provider: "gmail",
    missing: ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  });
  const asked = await bare.post(
    `/v1/w/${workspace}/mailboxes/consent`,
    { provider: "outlook" },
    bearer,
  );
  expect(asked.status).toBe(501);
  expect((await asked.json()).error).toMatchObject({
    code: "mail-unavailable",
    detail: { missing: "MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET" },
  });
  await bare.close();
});
