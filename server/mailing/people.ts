import { addressKey } from "@/lib/messaging/mail/address";
import { sql, type Database } from "../database";

/** Whose address is whose, as far as the notebook on the server says. */

export async function isDoNotContact(
  database: Database,
  workspaceId: string,
  personId: string,
): Promise<boolean> {
  const [rows] = await database.read([
    sql(
      `select data ->> 'doNotContact' no from rows
       where workspace_id = ? and tbl = 'people' and id = ? and not del`,
      workspaceId,
      personId,
    ),
  ]);
  return Boolean(rows?.[0]?.no);
}

/** People by address: those a mail went to first, then those whose row names it. */
export async function peopleByAddress(
  database: Database,
  workspaceId: string,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const keys = JSON.stringify(addresses.map(addressKey));
  const [named, written] = await database.read([
    sql(
      `select lower(data ->> 'email') address, id from rows where workspace_id = ? and tbl = 'people'
       and not del and lower(data ->> 'email') in (select value from json_each(?))`,
      workspaceId,
      keys,
    ),
    sql(
      `select address, person_id id from email_delivery where workspace_id = ?
       and address in (select value from json_each(?)) order by created_at`,
      workspaceId,
      keys,
    ),
  ]);
  return new Map(
    [...(named ?? []), ...(written ?? [])].map(({ address, id }) => [String(address), String(id)]),
  );
}

/** The mail a new one answers: its Message-ID, what it answered itself, its conversation. */
export async function answeredBy(
  database: Database,
  workspaceId: string,
  messageId: string,
): Promise<{ rfcId: string; references: string[]; threadId: string | undefined } | undefined> {
  const [rows] = await database.read([
    sql(
      `select data ->> 'externalId' rfc, data -> 'references' refs, data ->> 'threadId' thread
       from rows where workspace_id = ? and tbl = 'messages' and id = ? and not del`,
      workspaceId,
      messageId,
    ),
  ]);
  const row = rows?.[0];
  const rfcId = String(row?.rfc ?? "");
  if (!/^<[^<>\s]+>$/u.test(rfcId)) return undefined;
  const references: unknown = JSON.parse(String(row?.refs ?? "[]"));
  const known = Array.isArray(references) ? references : [];
  return {
    rfcId,
    references: known.filter((one): one is string => /^<[^<>\s]+>$/u.test(String(one))),
    threadId: row?.thread ? String(row.thread) : undefined,
  };
}
