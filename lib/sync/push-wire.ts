import * as z from "zod";
import { LIMITS, pushBody, tableColumns, type PushBody } from "./change";
import { countRows } from "./columns";
import { packMutations, unpackMutations } from "./mutation-columns";

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

export function packPush({ muts, columns, ...head }: PushBody): PushWire {
  const { creates, patches } = packMutations(muts);
  return {
    ...head,
    creates: [...(columns?.creates ?? []), ...creates],
    patches: [...(columns?.patches ?? []), ...patches],
  };
}

export function unpackPush({
  muts,
  creates,
  patches,
  ...head
}: z.output<typeof pushWire>): PushBody {
  return { ...head, muts: [...muts, ...unpackMutations({ creates, patches })] };
}
