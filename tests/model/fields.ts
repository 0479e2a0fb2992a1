import * as z from "zod";
import { schemas } from "@/lib/model/schemas";

/** The schema of `table.field.inner`, through optional fields, lists and maps; undefined where none is. */
export function fieldAt(path: string): z.core.$ZodType | undefined {
  const [table = "", ...names] = path.split(".");
  const known: Record<string, z.ZodObject> = schemas;
  let at: z.core.$ZodType | undefined = known[table];
  for (const name of names) {
    const inside = at && unwrap(at);
    at = inside instanceof z.ZodObject ? inside.def.shape[name] : undefined;
  }
  return at && unwrap(at);
}

/** What is meant when a path goes on: the inner type, the element, the entry. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional) return unwrap(schema.def.innerType);
  if (schema instanceof z.ZodArray) return unwrap(schema.def.element);
  if (schema instanceof z.ZodRecord) return unwrap(schema.def.valueType);
  return schema;
}

/** The words a field may hold, where it may hold only some. */
export function valuesOf(schema: z.core.$ZodType | undefined): string[] {
  return schema instanceof z.ZodEnum ? Object.values(schema.def.entries).map(String) : [];
}
