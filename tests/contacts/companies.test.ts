import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { companyNameKey, keysOfCompany } from "@/lib/contacts/company-keys";
import { companyFor } from "@/lib/contacts/store/companies";
import { connect, type RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";

let count = 0;
const fresh = (): RapportDb => connect(`companies-${count++}`);

/** What a page or a position says is stored, as a capture does it. */
async function put(db: RapportDb, named: Parameters<typeof companyFor>[0]): Promise<string> {
  const place = await companyFor(named, db);
  if (!place) throw new Error("no name");
  const fields = { name: named.name ?? "?", ...place.keyFields };
  await save(db, [{ table: "companies", id: place.id, create: true, fields }]);
  return place.id;
}

describe("a company's name", () => {
  it.each([
    ["Émile & Fils S.A.S.", "emile & fils"],
    ["Quillmark, Inc.", "quillmark"],
    ["QUILLMARK GmbH", "quillmark"],
    ["Nordlicht AG & Co. KG", "nordlicht ag & co."],
    ["SA", "sa"],
    ["  ", ""],
  ])("%s is %s", (name, key) => {
    expect(companyNameKey(name)).toBe(key);
  });

  it("stands behind its number and its address", () => {
    expect(
      keysOfCompany({ url: "https://www.linkedin.com/company/Quillmark/about", name: "Quillmark" }),
    ).toEqual(["slug:quillmark", "name:quillmark"]);
    expect(keysOfCompany({ url: "https://www.linkedin.com/company/4711/" })).toEqual(["id:4711"]);
  });
});

describe("companyFor", () => {
  it("finds by number, then address, then name, and learns what else it is called", async () => {
    const db = fresh();
    const id = await put(db, { name: "Quillmark Inc" });
    expect(await put(db, { name: "Quillmark", companyId: "4711" })).toBe(id);
    expect(await put(db, { name: "Quillmark Group", companyId: "4711" })).toBe(id);
    expect((await companyFor({ name: "QUILLMARK GROUP" }, db))?.id).toBe(id);
    expect(await db.companies.count()).toBe(1);
  });

  it("keeps two companies of one name apart by their numbers", async () => {
    const db = fresh();
    const one = await put(db, { name: "Delta", companyId: "1" });
    const other = await put(db, { name: "Delta", companyId: "2" });
    expect(one).not.toBe(other);
    expect((await companyFor({ companyId: "2" }, db))?.id).toBe(other);
    expect((await companyFor({ name: "Delta", companyId: "1" }, db))?.id).toBe(one);
  });

  it("makes the same row on two devices", async () => {
    const named = { name: "Lantern SARL", url: "https://www.linkedin.com/company/lantern/" };
    expect(await put(fresh(), named)).toBe(await put(fresh(), named));
  });

  it("says nothing where nothing names one", async () => {
    expect(await companyFor({ name: "—" }, fresh())).toBeUndefined();
  });
});
