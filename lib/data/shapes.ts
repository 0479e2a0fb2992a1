import { tables, type TableName } from "@/lib/model/tables";
import { kindsOf, type Kinds } from "@/lib/sync/fields";

/** What the database needs to know of each noun, computed once from `lib/model/tables.ts`. */
export type Shape = {
  kinds: Kinds;
  deviceOnly: readonly string[];
  /** Fields a new row cannot do without. */
  required: readonly string[];
};

/** Filled in by `save` or derived. */
const GIVEN = new Set(["id", "createdAt", "updatedAt"]);

const shapes = new Map<string, Shape>(
  Object.entries(tables).map(([name, table]) => {
    const required = Object.entries(table.schema.shape)
      .filter(([field, schema]) => !GIVEN.has(field) && !schema.safeParse(undefined).success)
      .map(([field]) => field);
    return [name, { kinds: kindsOf(table), deviceOnly: table.deviceOnly, required }];
  }),
);

export const tableNames = Object.keys(tables) as TableName[];

export function isTableName(name: string): name is TableName {
  return shapes.has(name);
}

export function shapeOf(table: TableName): Shape {
  return shapes.get(table) as Shape;
}
