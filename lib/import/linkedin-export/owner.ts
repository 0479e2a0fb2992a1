import { publicIdOf } from "@/lib/capture/url";
import { fold } from "@/lib/contacts/fold";
import { readRows, type Dialect, type Readable, type Row } from "../csv";
import { exportRow, joinNames, type ExportContext, type ExportRow } from "./export-file";
import type { Recognised } from "./read-export";

export type ExportSource = { source: Readable; dialect: Dialect; known: Recognised };

/** Rows enough to tell whose messages these are. */
const ENOUGH = 3000;

/**
 * Whose export this is. The profile gives the name and never the address; invitations give both sides'
 * addresses; else it is the address that writes under the owner's name, or is part of nearly every conversation.
 */
export async function findOwner(
  files: readonly ExportSource[],
  known: ExportContext["self"] | undefined,
): Promise<ExportContext["self"]> {
  const by = (id: string) => files.find(({ known: one }) => one.file.id === id);
  const name = (await ownName(by("profile"))) ?? known?.name;
  const publicId =
    (await fromInvitations(by("invitations"))) ??
    (await fromMessages(by("messages"), name)) ??
    (name === undefined || name === known?.name ? known?.publicId : undefined);
  return { ...(name !== undefined && { name }), ...(publicId && { publicId }) };
}

async function ownName(file: ExportSource | undefined): Promise<string | undefined> {
  for await (const row of rowsOf(file)) {
    return joinNames(row.text("firstName"), row.text("lastName")) || undefined;
  }
  return undefined;
}

async function fromInvitations(file: ExportSource | undefined): Promise<string | undefined> {
  for await (const row of rowsOf(file)) {
    const isSent = /^outgoing/i.test(row.text("direction"));
    const own = publicIdOf(row.text(isSent ? "inviterUrl" : "inviteeUrl"));
    if (own) return own;
  }
  return undefined;
}

async function fromMessages(
  file: ExportSource | undefined,
  name: string | undefined,
): Promise<string | undefined> {
  const conversations = new Map<string, Set<string>>();
  const all = new Set<string>();
  let seen = 0;
  for await (const row of rowsOf(file)) {
    const sender = publicIdOf(row.text("senderUrl"));
    if (sender && name !== undefined && fold(name) === fold(row.text("from"))) return sender;
    const id = row.text("conversationId");
    all.add(id);
    const recipients = row.text("recipientUrls").split(",").map(publicIdOf);
    for (const one of [sender, ...recipients]) {
      if (one) conversations.set(one, (conversations.get(one) ?? new Set()).add(id));
    }
    if (++seen >= ENOUGH) break;
  }
  const [first, second] = [...conversations].toSorted((a, b) => b[1].size - a[1].size);
  if (!first || (second && second[1].size === first[1].size)) return undefined;
  return first[1].size >= all.size / 2 ? first[0] : undefined;
}

async function* rowsOf(file: ExportSource | undefined): AsyncGenerator<ExportRow> {
  if (!file) return;
  const { source, dialect, known } = file;
  for await (const rows of readRows(source, dialect)) {
    for (const row of rows.filter(isData(known))) yield exportRow(row, known.layout);
  }
}

function isData({ line, heads }: Recognised): (row: Row) => boolean {
  return (row) => row.line > line && row.cells.length >= heads;
}
