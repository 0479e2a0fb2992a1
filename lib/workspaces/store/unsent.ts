import { openPersonal, type RapportDb } from "@/lib/data/db";
import { readSyncMeta } from "@/lib/data/meta";
import type { Mutation } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import type { Json } from "@/lib/sync/json";

/** A change the server never took, in words a file can carry. */
export type UnsentEdit = {
  table: string;
  id: string;
  /** Of the person, job or whatever it was about. */
  name?: string;
  why?: string;
  fields: Record<string, Json>;
};

/** A team that is no longer on this device, and what of one's own had not reached it. */
export type Departed = { id: string; name: string; at: string; edits: UnsentEdit[] };

const PREFIX = "departed/";

/** What waits to be sent, and what was refused and not yet let go. */
export async function readUnsent(db: RapportDb): Promise<UnsentEdit[]> {
  const { acked } = await readSyncMeta(db);
  const waiting = await db._outbox.where("n").above(acked).toArray();
  const refused = await db._rejected.toArray();
  const found = [
    ...waiting.flatMap(({ muts }) => muts.map((mutation) => ({ mutation, why: undefined }))),
    ...refused.map(({ mutation, why }) => ({ mutation, why })),
  ];
  return Promise.all(found.map(({ mutation, why }) => told(db, mutation, why)));
}

export async function countUnsent(db: RapportDb): Promise<number> {
  const { acked } = await readSyncMeta(db);
  return (await db._outbox.where("n").above(acked).count()) + (await db._rejected.count());
}

async function told(
  db: RapportDb,
  mutation: Mutation,
  why: string | undefined,
): Promise<UnsentEdit> {
  const fields = Object.fromEntries(
    Object.entries(mutation.fields).map(([field, [value]]) => [field, value]),
  );
  const name = await nameOf(db, mutation);
  return {
    table: mutation.tbl,
    id: mutation.id,
    ...(name !== undefined && { name }),
    ...(why !== undefined && { why }),
    fields,
  };
}

const NAMED = ["fullName", "name", "title", "label"];

async function nameOf(db: RapportDb, mutation: Mutation): Promise<string | undefined> {
  const known = db.tables.some(({ name }) => name === mutation.tbl);
  const row = known ? await db.table<Record<string, unknown>>(mutation.tbl).get(mutation.id) : {};
  return NAMED.map((field) => row?.[field]).find((value) => typeof value === "string");
}

/** Put beside one's own notebook, where it stays until it is exported or let go. */
export async function keepDeparted(
  departed: Departed,
  personal: RapportDb = openPersonal(),
): Promise<void> {
  await personal._meta.put({ key: `${PREFIX}${departed.id}`, value: departed });
}

export async function listDeparted(personal: RapportDb = openPersonal()): Promise<Departed[]> {
  const records = await personal._meta.where("key").startsWith(PREFIX).toArray();
  return records.map(({ value }) => value as Departed);
}

export async function forgetDeparted(
  id: string,
  personal: RapportDb = openPersonal(),
): Promise<void> {
  await personal._meta.delete(`${PREFIX}${id}`);
}

export function departedFile({ name, at, edits }: Departed): Blob {
  const newest = new Map<string, UnsentEdit>();
  for (const edit of edits) {
    const key = rowKey({ tbl: edit.table, id: edit.id });
    const held = newest.get(key);
    newest.set(key, held ? { ...held, ...edit, fields: { ...held.fields, ...edit.fields } } : edit);
  }
  const content = { format: "rapport-unsent", team: name, leftAt: at, edits: [...newest.values()] };
  return new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
}
