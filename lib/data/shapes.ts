import { tables, type TableName } from "@/lib/model/tables";
import { kindsOf, type Kinds } from "@/lib/sync/fields";

/** What the database needs to know of each noun, computed once from `lib/model/tables.ts`. */
export type Shape = {
  kinds: Kinds;
  deviceOnly: readonly string[];
};

const shapes = new Map<string, Shape>(
  Object.entries(tables).map(([name, table]) => [
    name,
    { kinds: kindsOf(table), deviceOnly: table.deviceOnly },
  ]),
);

export const tableNames = Object.keys(tables) as TableName[];

export function isTableName(name: string): name is TableName {
  return shapes.has(name);
}

export function shapeOf(table: TableName): Shape {
  return shapes.get(table) as Shape;
}
