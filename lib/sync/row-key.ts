/** A row among all tables. */
export function rowKey(row: { tbl: string; id: string }): string {
  return `${row.tbl}/${row.id}`;
}
