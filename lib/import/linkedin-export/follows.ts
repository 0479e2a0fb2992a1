import { fold } from "@/lib/contacts/fold";
import { refuse, type Reading } from "../draft";
import { readDayOrInstant } from "../moment";
import type { ExportFile } from "./export-file";

/** Companies one follows. */
export const companyFollows: ExportFile = {
  id: "companyFollows",
  names: ["companyfollows"],
  columns: ["organization", "followedOn"],
  needs: ["organization"],
  order: 40,
  open: () => ({
    row(row): Reading[] {
      const name = row.text("organization");
      const key = fold(name);
      if (key === "") return [refuse(row.line, "noName", name)];
      const since = readDayOrInstant(row.text("followedOn"));
      const imported = { ...(since && { "Followed On": since }), ...row.unknown() };
      return [
        {
          kind: "row",
          table: "companies",
          key,
          line: row.line,
          label: name,
          fields: Object.keys(imported).length > 0 ? { imported } : {},
          ifNew: { name },
          ifEmpty: { status: "watched" },
        },
      ];
    },
  }),
};
