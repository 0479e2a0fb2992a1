import { expect, it } from "vitest";
import { sql } from "@/server/database";
import { rewrapKeys } from "@/server/mailing/mailboxes";
import { createVault } from "@/server/mailing/vault";
import { openMailGround } from "./ground";
import { MAIL_KEY } from "../server/ground";

const NEW = Buffer.alloc(32, 9).toString("base64");

it("opens what it sealed, for the one it was sealed for", async () => {
  const vault = await createVault(MAIL_KEY);
  const key = await vault.newKey("box-1");
  const box = await vault.seal("box-1", key, { refresh: "é 🦊" });
  expect(await vault.open("box-1", key, box)).toEqual({ refresh: "é 🦊" });
  await expect(vault.open("box-2", key, box)).rejects.toThrow("does not open");
  const other = await vault.newKey("box-1");
  await expect(vault.open("box-1", other, box)).rejects.toThrow("does not open");
  const changed = `${box.slice(0, -4)}AAAA`;
  await expect(vault.open("box-1", key, changed)).rejects.toThrow("does not open");
});

it("never seals the same twice alike", async () => {
  const vault = await createVault(MAIL_KEY);
  const key = await vault.newKey("a");
  expect(await vault.seal("a", key, 1)).not.toBe(await vault.seal("a", key, 1));
});

it("a new key takes the old one's place without a word to the person", async () => {
  const old = await createVault(MAIL_KEY);
  const both = await createVault(`${NEW},${MAIL_KEY}`);
  const key = await old.newKey("a");
  const box = await old.seal("a", key, "token");
  const wrapped = await both.rewrap("a", key);
  expect(await both.rewrap("a", wrapped!)).toBeUndefined();
  const only = await createVault(NEW);
  expect(await only.open("a", wrapped!, box)).toBe("token");
  await expect(only.open("a", key, box)).rejects.toThrow("not set any more");
});

it.each(["", "short", Buffer.alloc(31).toString("base64"), `${MAIL_KEY},x`])(
  "says what a key must be: %j",
  async (keys) => {
    await expect(createVault(keys)).rejects.toThrow("openssl rand -base64 32");
  },
);

it("puts every mailbox under the newest key, and mails still leave", async () => {
  const ground = await openMailGround();
  const id = await ground.connected("gmail");
  const mailing = { ...ground.office.mailing, vault: await createVault(`${NEW},${MAIL_KEY}`) };
  expect(await rewrapKeys({ ...ground.office, mailing })).toBe(1);
  expect(await rewrapKeys({ ...ground.office, mailing })).toBe(0);
  ground.office.mailing.vault = await createVault(NEW);
  await ground.send(ground.mail(id));
  await ground.pass(10_000);
  expect(ground.world.gmail.sent).toHaveLength(1);
  await ground.close();
});

it("goes with its workspace: nothing of a person's mail is left when their account is", async () => {
  const ground = await openMailGround();
  const id = await ground.connected("gmail");
  await ground.send(ground.mail(id));
  await ground.api("/suppressions", "POST", { addresses: ["a@b.example"] });
  const { eraseAccount } = await import("@/server/erase-account");
  await eraseAccount(ground.office, {
    id: ground.ida.userId,
    email: "ida@norling.example",
    name: "",
  });
  for (const table of ["integration", "email_delivery", "mail_file", "suppression", "occurrence"]) {
    const [rows] = await ground.database.read([sql(`select count(*) n from ${table}`)]);
    expect([table, rows?.[0]?.n]).toEqual([table, table === "occurrence" ? rows?.[0]?.n : 0]);
  }
  await ground.pass(60_000);
  expect(ground.world.gmail.sent).toEqual([]);
  await ground.close();
});
