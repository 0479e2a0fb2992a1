import type { TableName } from "@/lib/model/tables";
import type { RapportDb } from "./db";
import { isWaiting, type Holding } from "./staged";

/**
 * For whoever is about to look through an index for the rows that hold one of these values: those that wait
 * take their places first. What that takes is fetched only where rows of the table wait.
 */
export async function bringInWhere(
  db: RapportDb,
  table: TableName,
  holding: Holding,
): Promise<void> {
  if (!(await isWaiting(db, [table]))) return;
  const { unfoldWhere } = await import("./unfold-staged");
  await unfoldWhere(db, table, holding);
}
