import type { Transaction } from "dexie";
import type { SyncRow, TableColumns } from "@/lib/sync/change";
import { rowsOf } from "@/lib/sync/columns";
import { packRows } from "@/lib/sync/packed-rows";

/** Records of an older version of the database, into the shapes of this one. */
export async function bringOver(upgrade: Transaction): Promise<void> {
  await packStaged(upgrade);
  await takeBasesIn(upgrade);
}

/** Until version 4 pages waited as columns. */
async function packStaged(upgrade: Transaction): Promise<void> {
  await upgrade
    .table("_staged")
    .toCollection()
    .modify((record: { id: number; tables?: TableColumns[] }, of) => {
      const { id, tables } = record;
      if (tables) of.value = { id, rows: packRows([...rowsOf(tables)]) };
    });
}

type Beside = { key: string; local?: SyncRow; base?: SyncRow };

/** Until version 5 a shown row under pending edits had its server row beside it. */
async function takeBasesIn(upgrade: Transaction): Promise<void> {
  const records = (await upgrade.table("_base").toArray()) as Beside[];
  for (const { key, local, base } of records) {
    if (local || !base || !upgrade.storeNames.includes(base.tbl)) continue;
    const { tbl, id, ...held } = base;
    const table = upgrade.table<{ _sync: object }, string>(tbl);
    const row = await table.get(id);
    if (!row) continue;
    await table.put({ ...row, _sync: { ...row._sync, base: held } });
    await upgrade.table("_base").delete(key);
  }
}
