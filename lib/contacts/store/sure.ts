import type { RapportDb } from "@/lib/data/db";
import type { Company } from "@/lib/model/company";
import type { Person } from "@/lib/model/person";
import { sureCompanies, surePeople, type Sure } from "../merging/sure-pairs";
import type { MergedTable } from "../merging/references";
import { mergeRows } from "./merges";

type Ids = Iterable<string> | "all";

/** Makes one of what is surely one: of everything, or of what is so with these rows. Returns the rows kept and gone. */
export async function mergeSure(
  db: RapportDb,
  tbl: MergedTable,
  ids: Ids,
  pause: () => Promise<void>,
  now: Date,
): Promise<{ kept: string[]; gone: string[] }> {
  const done = { kept: [] as string[], gone: [] as string[] };
  const pairs = tbl === "companies" ? await surelyOneCompany(db, ids) : await surelyOne(db, ids);
  for (const { ids: pair, why } of pairs) {
    const merged = await mergeRows({ tbl, ids: pair, by: "product", because: why }, db, now);
    if (merged !== undefined) {
      done.kept.push(pair[0]);
      done.gone.push(pair[1]);
    }
    await pause();
  }
  return done;
}

async function surelyOneCompany(db: RapportDb, ids: Ids): Promise<Sure[]> {
  if (ids === "all")
    return sureCompanies(await rowsIn(db.companies, await repeated(db, "companies", "keys")));
  const changed: Company[] = await rowsIn(db.companies, ids);
  const keys = new Set(changed.flatMap(({ keys = [] }) => keys));
  const beside = await db.companies
    .where("keys")
    .anyOf([...keys])
    .primaryKeys();
  return sureCompanies(await rowsIn(db.companies, new Set(beside)));
}

async function surelyOne(db: RapportDb, ids: Ids): Promise<Sure[]> {
  if (ids === "all") {
    const found = [
      ...(await repeated(db, "people", "memberUrn")),
      ...(await repeated(db, "people", "publicId")),
    ];
    return surePeople(await rowsIn(db.people, new Set(found)));
  }
  const changed: Person[] = await rowsIn(db.people, ids);
  const [members, addresses] = (["memberUrn", "publicId"] as const).map((field) =>
    changed.flatMap((row) => row[field] ?? []),
  ) as [string[], string[]];
  const beside = [
    ...(await db.people.where("memberUrn").anyOf(members).primaryKeys()),
    ...(await db.people.where("publicId").anyOf(addresses).primaryKeys()),
  ];
  return surePeople(await rowsIn(db.people, new Set(beside)));
}

async function rowsIn<Row>(
  table: { bulkGet(ids: string[]): PromiseLike<(Row | undefined)[]> },
  ids: Iterable<string>,
): Promise<Row[]> {
  return (await table.bulkGet([...ids])).filter((row) => row !== undefined);
}

/** Told by the index alone: rows that share a key with another. */
async function repeated(db: RapportDb, tbl: MergedTable, index: string): Promise<string[]> {
  const byKey = new Map<unknown, string[]>();
  await db
    .table<unknown, string>(tbl)
    .orderBy(index)
    .eachKey((key, { primaryKey }) => {
      const ids = byKey.get(key);
      if (ids) ids.push(primaryKey);
      else byKey.set(key, [primaryKey]);
    });
  return [...byKey.values()].filter((ids) => ids.length > 1).flat();
}
