import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "@/server/database";
import { openMailGround, type MailGround } from "../../mailing/ground";

let ground: MailGround;
beforeAll(async () => {
  ground = await openMailGround();
});
afterAll(() => ground.close());

const list = async () =>
  (
    (await (await ground.api("/suppressions")).json()) as {
      suppressions: { address: string; reason: string }[];
    }
  ).suppressions;

it("takes addresses in, once each, and leaves out what is none", async () => {
  const addresses = ["Bo@Lind.example", "bo@lind.example ", "cy@lind.example", "nobody"];
  const answer = await ground.api("/suppressions", "POST", { addresses, reason: "imported" });
  expect(await answer.json()).toEqual({ added: 2, refused: 1 });
  expect(await list()).toMatchObject([
    { address: "bo@lind.example", reason: "imported" },
    { address: "cy@lind.example", reason: "imported" },
  ]);
});

it("lets one go when a person says so, and writes that down", async () => {
  expect((await ground.api("/suppressions/cy%40lind.example", "DELETE")).status).toBe(200);
  expect((await list()).map(({ address }) => address)).toEqual(["bo@lind.example"]);
  const [rows] = await ground.database.read([
    sql("select detail, user_id from audit_entry where action = 'suppression.removed'"),
  ]);
  expect(rows).toMatchObject([
    { detail: "cy@lind.example (imported)", user_id: ground.ida.userId },
  ]);
});

it("gives a long list in pages", async () => {
  const addresses = Array.from(
    { length: 5100 },
    (_, at) => `p${String(at).padStart(5, "0")}@x.example`,
  );
  await ground.api("/suppressions", "POST", { addresses });
  const first = (await (await ground.api("/suppressions")).json()) as {
    suppressions: unknown[];
    next: string;
  };
  const rest = await (
    await ground.api(`/suppressions?after=${encodeURIComponent(first.next)}`)
  ).json();
  expect(first.suppressions.length + rest.suppressions.length).toBe(5101);
  expect(rest.next).toBeUndefined();
});
