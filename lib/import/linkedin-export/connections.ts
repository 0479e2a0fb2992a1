import { profileUrl, publicIdOf } from "@/lib/capture/url";
import { refuse } from "../draft";
import { readDayOrInstant } from "../moment";
import { joinNames, present, type ExportFile } from "./export-file";
import { isNobody } from "./nobody";

/** First-degree connections. A member who closed the account leaves a line with nothing but the date. */
export const connections: ExportFile = {
  id: "connections",
  names: ["connections"],
  columns: ["firstName", "lastName", "url", "email", "company", "position", "connectedOn"],
  needs: ["firstName", "lastName", "connectedOn"],
  order: 20,
  isUnmistakable: true,
  open: () => ({
    row(row) {
      const firstName = row.text("firstName");
      const lastName = row.text("lastName");
      const fullName = joinNames(firstName, lastName);
      const publicId = publicIdOf(row.text("url"));
      if (fullName === "") return [refuse(row.line, publicId ? "noName" : "nobody", publicId)];
      if (isNobody(fullName)) return [refuse(row.line, "nobody", fullName)];
      const email = row.text("email");
      const company = row.text("company");
      return [
        {
          kind: "person",
          line: row.line,
          label: fullName,
          who: {
            name: fullName,
            ...(publicId && { publicId }),
            ...(email && { emails: [email] }),
            ...(company && { company }),
          },
          fields: present({
            fullName,
            firstName,
            lastName,
            publicId,
            profileUrl: publicId && profileUrl(publicId),
            company,
            position: row.text("position"),
            degree: 1,
            status: "active",
            connectedAt: readDayOrInstant(row.text("connectedOn")),
            contact: email ? { emails: [email] } : undefined,
            imported: row.unknown(),
          }),
        },
      ];
    },
  }),
};
