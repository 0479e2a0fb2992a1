import * as z from "zod";
import { LIMITS, pushBody, tableColumns, type Mutation, type PushBody } from "./change";
import { countRows, rowsOf, toColumns } from "./columns";
import { createdRow, registers } from "./merge";

/**
 * A push as it travels. A mutation is a row of registers like any other, so most of a push goes in columns:
 * a stamp per row instead of one per field, and a tenth of the work of judging it. `muts` may be used instead
 * by whoever writes a push by hand.
 */
export const pushWire = pushBody
  .extend({
    muts: pushBody.shape.muts.default([]),
    creates: z.array(tableColumns).default([]),
    patches: z.array(tableColumns).default([]),
  })
  .refine(
    ({ muts, creates, patches }) =>
      muts.length + countRows(creates) + countRows(patches) <= LIMITS.pushMuts,
  )
  .refine(({ creates, patches }) =>
    [...creates, ...patches].every(({ ids }) => ids.every((id) => UUID.test(id))),
  );
export type PushWire = z.input<typeof pushWire>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function packPush({ muts, ...head }: PushBody): PushWire {
  const creates = muts.filter(({ create }) => create).map(createdRow);
  const patches = muts.filter(({ create }) => !create).map(createdRow);
  return { ...head, creates: toColumns(creates), patches: toColumns(patches) };
}

export function unpackPush({
  muts,
  creates,
  patches,
  ...head
}: z.output<typeof pushWire>): PushBody {
  const all = [...muts];
  for (const row of rowsOf(creates)) {
    all.push({ tbl: row.tbl, id: row.id, create: true, fields: fieldsOf(row) });
  }
  for (const row of rowsOf(patches)) all.push({ tbl: row.tbl, id: row.id, fields: fieldsOf(row) });
  return { ...head, muts: all };
}

function fieldsOf(row: Parameters<typeof registers>[0]): Mutation["fields"] {
  const fields: Mutation["fields"] = {};
  for (const [field, value, stamp] of registers(row)) fields[field] = [value, stamp];
  return fields;
}
