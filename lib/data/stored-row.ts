import type { SyncRow } from "@/lib/sync/change";
import type { Stamp } from "@/lib/sync/clock";
import { fold, unfold, updatedAt, type Fields } from "@/lib/sync/fields";
import type { DeviceFields } from "./device-fields";
import type { Shape } from "./shapes";

/**
 * Beside the fields a screen reads: the clocks, the server's sequence (0: not there yet), registers that show nothing,
 * and under pending edits the row as the server holds it.
 */
export type SyncPart = {
  hlc: Stamp;
  seq: number;
  fv?: Record<string, Stamp>;
  rest?: Fields;
  base?: Omit<SyncRow, "tbl" | "id">;
};

export type StoredRow = { id: string; _sync: SyncPart } & Record<string, unknown>;

/** The row as a table keeps it; `device` are the fields that never leave this device. */
export function toStored(
  local: SyncRow,
  base: SyncRow | undefined,
  shape: Shape,
  device: DeviceFields | undefined,
): StoredRow {
  const { fields, rest } = fold(local, shape.kinds);
  const part: SyncPart = { hlc: local.hlc, seq: base?.seq ?? 0 };
  if (local.fv) part.fv = local.fv;
  if (rest) part.rest = rest;
  if (base && base !== local) part.base = withoutName(base);
  return { ...fields, ...device, id: local.id, updatedAt: updatedAt(local), _sync: part };
}

export function toSyncRow(tbl: string, stored: StoredRow, shape: Shape): SyncRow {
  const { hlc, seq, fv, rest } = stored._sync;
  const data = unfold(stored as unknown as Fields, rest, shape.kinds, shape.deviceOnly);
  const row: SyncRow = { tbl, id: stored.id, hlc, data };
  if (fv) row.fv = fv;
  if (seq > 0) row.seq = seq;
  return row;
}

/** As the server holds it; undefined: it does not, as far as this device knows. */
export function toBaseRow(tbl: string, stored: StoredRow, local: SyncRow): SyncRow | undefined {
  const { base, seq } = stored._sync;
  if (base) return { tbl, id: stored.id, ...base };
  return seq > 0 ? local : undefined;
}

function withoutName({ tbl: _, id: __, ...row }: SyncRow): NonNullable<SyncPart["base"]> {
  return row;
}
