import { save, type Edit } from "@/lib/data/save";
import type { RapportDb } from "@/lib/data/db";
import { daysAgo } from "./scene";

export async function keepPerson(db: RapportDb, id: string, fields: Edit["fields"] = {}) {
  await save(db, [
    {
      table: "people",
      id,
      create: true,
      fields: { fullName: `P ${id.at(-1)}`, degree: 1, ...fields },
    },
  ]);
}

export async function keepMessage(
  db: RapportDb,
  personId: string,
  days: number,
  fields: Edit["fields"] = {},
) {
  const sentAt = daysAgo(days);
  const { ids } = await save(db, [
    {
      table: "messages",
      fields: {
        personId,
        createdAt: sentAt,
        sentAt,
        direction: "received",
        status: "sent",
        channel: "linkedIn",
        content: "Shall we talk?",
        ...fields,
      },
    },
  ]);
  return ids[0]!;
}
