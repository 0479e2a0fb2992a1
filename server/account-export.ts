import { unpackRows } from "@/lib/sync/packed-rows";
import { sql, type Database } from "./database";
import type { Person } from "./devices";
import { rowsOf } from "./rows-repository";

const PAGE = { rows: 2000, bytes: 1_000_000 };

/** What is told of each table; secrets and their hashes open doors and are no one's data. */
const ABOUT_PERSON = {
  signIns: "select provider_id provider, created_at createdAt from account where user_id = ?",
  sessions:
    "select ip_address address, user_agent browser, created_at createdAt, expires_at expiresAt from session where user_id = ?",
  devices:
    "select id, name, created_at createdAt, last_seen_at lastSeenAt, revoked_at revokedAt, wiped_at wipedAt from device where user_id = ?",
  memberships: `select w.id, w.name, w.kind, m.role, m.created_at since, m.removed_at removedAt
    from member m left join workspace w on w.id = m.workspace_id where m.user_id = ?`,
  audit:
    "select at, action, device_id device, workspace_id workspace, detail from audit_entry where user_id = ?",
  syncs:
    "select workspace_id workspace, cid device, last, seq, seen_at seenAt from client where user_id = ?",
} as const;

/** Everything the server holds of a person, as one JSON text in parts: a workspace may not fit into memory. */
export async function* exportAccount(
  database: Database,
  person: Person,
  personalWorkspace: string,
  now: number,
): AsyncGenerator<string> {
  const names = Object.keys(ABOUT_PERSON) as (keyof typeof ABOUT_PERSON)[];
  const found = await database.read([
    ...names.map((name) => sql(ABOUT_PERSON[name], person.id)),
    sql(
      "select role, created_at createdAt, expires_at expiresAt from invitation where email = ?",
      person.email.toLowerCase(),
    ),
  ]);
  const head = { format: "rapport-account", exportedAt: new Date(now).toISOString(), user: person };
  const lists = Object.fromEntries(names.map((name, index) => [name, found[index]]));
  const told = { ...head, ...lists, invitations: found.at(-1) };
  yield `${JSON.stringify(told).slice(0, -1)},"rows":[`;
  const repository = rowsOf(database, personalWorkspace);
  for (let since = 0, more = true, isFirst = true; more;) {
    const { page } = await repository.after(since, PAGE);
    for (const row of unpackRows(page.rows)) {
      yield `${isFirst ? "" : ","}${JSON.stringify(row)}`;
      isFirst = false;
    }
    since = page.edge;
    more = page.more;
  }
  yield "]}";
}
