import { profileUrl, publicIdOf } from "@/lib/capture/url";
import { fold } from "@/lib/contacts/fold";
import { computedId } from "@/lib/contacts/computed-id";
import { refuse, type Reading } from "../draft";
import { readInstant } from "../moment";
import { present, type ExportFile } from "./export-file";
import { isNobody } from "./nobody";

/** Requests to connect, both ways; whoever is not connected yet is pending. */
export const invitations: ExportFile = {
  id: "invitations",
  names: ["invitations"],
  columns: ["from", "to", "sentAt", "message", "direction", "inviterUrl", "inviteeUrl"],
  needs: ["from", "to", "sentAt", "direction"],
  order: 30,
  isUnmistakable: true,
  open: () => ({
    row(row): Reading[] {
      const isSent = /^(?:outgoing|sent)/i.test(row.text("direction"));
      const name = row.text(isSent ? "to" : "from");
      const publicId = publicIdOf(row.text(isSent ? "inviteeUrl" : "inviterUrl"));
      if (isNobody(name)) return [refuse(row.line, "nobody", name || publicId)];
      const at = readInstant(row.text("sentAt"));
      if (!at) return [refuse(row.line, "noDate", name, row.text("sentAt"))];
      const direction = isSent ? "sent" : "received";
      return [
        {
          kind: "personal",
          table: "interactions",
          id: computedId("linkedin/invitation", direction, publicId ?? fold(name), at),
          line: row.line,
          label: name,
          who: { name, ...(publicId && { publicId }) },
          person: present({
            fullName: name,
            publicId,
            profileUrl: publicId && profileUrl(publicId),
            status: "pending",
          }),
          fields: present({
            type: "connectionRequest",
            at,
            direction,
            channel: "linkedIn",
            content: row.text("message"),
            imported: row.unknown(),
          }),
        },
      ];
    },
  }),
};
