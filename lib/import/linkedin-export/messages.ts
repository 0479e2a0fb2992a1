import { profileUrl, publicIdOf } from "@/lib/capture/url";
import { fold } from "@/lib/contacts/fold";
import { personKey } from "../person-key";
import { computedId } from "@/lib/contacts/computed-id";
import { refuse, type PersonKeys, type Reading } from "../draft";
import { readInstant } from "../moment";
import { isYes, present, type ExportContext, type ExportFile, type ExportRow } from "./export-file";
import { isNobody } from "./nobody";

/**
 * Messages of all conversations. LinkedIn gives them no id: conversation, second, sender and words make one,
 * so that the same message is never kept twice. The person is whoever is not the owner: the sender of what
 * was received, the first recipient of what was sent.
 */
export const messages: ExportFile = {
  id: "messages",
  names: ["messages"],
  columns: [
    "conversationId",
    "conversationTitle",
    "from",
    "senderUrl",
    "to",
    "recipientUrls",
    "date",
    "subject",
    "content",
    "folder",
    "attachments",
    "isDraft",
  ],
  needs: ["conversationId", "from", "date", "content"],
  order: 50,
  isUnmistakable: true,
  open(context) {
    const latest: Latest = new Map();
    return {
      row(row): Reading[] {
        const at = readInstant(row.text("date"));
        const from = row.text("from");
        if (!at) return [refuse(row.line, "noDate", from, row.text("date"))];
        const isSent = isOwner(context, from, publicIdOf(row.text("senderUrl")));
        const other = otherSide(row, context, isSent);
        if (!other) return [refuse(row.line, "nobody", isSent ? row.text("to") : from)];
        const isDraft = isYes(row.text("isDraft"));
        const { who } = other;
        if (!isDraft) keepLatest(latest, who, at, row.line);
        return [
          {
            kind: "personal",
            table: "messages",
            id: computedId(
              "linkedin/message",
              row.text("conversationId"),
              at,
              fold(from),
              row.text("content"),
            ),
            line: row.line,
            label: "",
            who,
            person: present({
              fullName: who.name,
              publicId: who.publicId,
              profileUrl: who.publicId && profileUrl(who.publicId),
            }),
            fields: messageFields(row, at, isSent, isDraft, other.rest),
          },
        ];
      },
      /** When one last wrote to each other; written to the person, and no line of its own. */
      end: (): Reading[] =>
        [...latest.values()].map(({ who, at, line }) => ({
          kind: "person",
          line,
          label: "",
          who,
          fields: { lastInteractionAt: at },
          isDerived: true,
          isOnlyKnown: true,
        })),
    };
  },
};

type Latest = Map<string, { who: PersonKeys; at: string; line: number }>;

/** Only what finds the person again: a name kept here would keep the text it was cut from. */
function keepLatest(latest: Latest, who: PersonKeys, at: string, line: number): void {
  const key = personKey(who);
  const known = latest.get(key);
  if (known && at <= known.at) return;
  latest.set(key, { who: who.publicId ? { publicId: who.publicId } : who, at, line });
}

function messageFields(
  row: ExportRow,
  at: string,
  isSent: boolean,
  isDraft: boolean,
  rest: string,
) {
  const content = row.text("content");
  const folder = row.text("folder");
  const sentStatus = isDraft ? "draft" : "sent";
  const imported = present({
    "CONVERSATION TITLE": row.text("conversationTitle"),
    "ALSO TO": rest,
    FOLDER: folder === "INBOX" ? "" : folder,
    ATTACHMENTS: row.text("attachments"),
    ...row.unknown(),
  });
  return present({
    createdAt: at,
    direction: isSent ? "sent" : "received",
    channel: "linkedIn",
    subject: row.text("subject"),
    content,
    format: /^<p[\s>]/i.test(content) ? "html" : undefined,
    status: isSent ? sentStatus : undefined,
    sentAt: isDraft ? undefined : at,
    threadId: row.text("conversationId"),
    imported: Object.keys(imported).length > 0 ? imported : undefined,
  });
}

type Other = { who: PersonKeys; rest: string };

function otherSide(row: ExportRow, context: ExportContext, isSent: boolean): Other | undefined {
  if (!isSent) {
    const name = row.text("from");
    const publicId = publicIdOf(row.text("senderUrl"));
    // A sponsored message has a sender's name and no address, and so has a closed account.
    if (isNobody(name) || (!publicId && row.text("content").includes("spinmail"))) return undefined;
    return { who: { name, ...(publicId && { publicId }) }, rest: "" };
  }
  const ids = row
    .text("recipientUrls")
    .split(",")
    .map(publicIdOf)
    .filter((id): id is string => id !== undefined && id !== context.self.publicId);
  const [first, ...others] = ids;
  const names = row.text("to");
  // Names are parted by ", " and may hold one ("Jane Doe, PhD"): with one recipient the whole is the name.
  const name = ids.length > 1 ? (names.split(", ")[0] ?? "") : names;
  if (first === undefined && isNobody(name)) return undefined;
  if (first === undefined && ids.length === 0 && names.split(", ").length > 3) return undefined;
  return {
    who: { ...(!isNobody(name) && { name }), ...(first && { publicId: first }) },
    rest: others.length > 0 ? `${names} (${others.join(", ")})` : "",
  };
}

function isOwner({ self }: ExportContext, name: string, publicId: string | undefined): boolean {
  if (self.publicId && publicId) return self.publicId === publicId;
  return self.name !== undefined && fold(self.name) === fold(name);
}
