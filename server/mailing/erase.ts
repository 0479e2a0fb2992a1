import { sql, type Statement } from "../database";

/** What is kept of mail, gone with its workspace or with its person; for the batch in which they go. */

export function eraseMailOfWorkspace(id: string): Statement[] {
  return [
    ...["integration", "oauth_request", "email_delivery", "mail_file", "suppression"].map((table) =>
      sql(`delete from ${table} where workspace_id = ?`, id),
    ),
    sql("delete from occurrence where instr(payload, ?)", id),
  ];
}

export function eraseMailOfPerson(id: string): Statement[] {
  return [
    sql(
      `delete from mail_file where exists (select 1 from email_delivery d where d.user_id = ?
       and d.workspace_id = mail_file.workspace_id and d.message_id = mail_file.message_id)`,
      id,
    ),
    ...["integration", "oauth_request", "email_delivery"].map((table) =>
      sql(`delete from ${table} where user_id = ?`, id),
    ),
    sql("update suppression set user_id = null where user_id = ?", id),
  ];
}
