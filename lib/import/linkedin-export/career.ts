import { refuse, type Reading } from "../draft";
import { readPartialDate } from "../moment";
import { labelled, ownItem, OWNER, present, type ExportFile } from "./export-file";

export const positions: ExportFile = {
  id: "positions",
  names: ["positions"],
  columns: ["company", "position", "description", "location", "startedOn", "finishedOn"],
  needs: ["company", "position", "startedOn"],
  order: 2,
  open() {
    let latest: { since: number; company: string; position: string; line: number } | undefined;
    return {
      row(row) {
        const title = row.text("position");
        const company = row.text("company");
        if (!title && !company) return [refuse(row.line, "noTitle")];
        const startDate = readPartialDate(row.text("startedOn"));
        const endDate = readPartialDate(row.text("finishedOn"));
        const since = monthsOf(startDate);
        if (!endDate && (!latest || since > latest.since)) {
          latest = { since, company, position: title, line: row.line };
        }
        return [
          ownItem(row.line, labelled(title, company), "experience", {
            title,
            company,
            location: row.text("location"),
            startDate,
            endDate,
            current: endDate || !startDate ? undefined : true,
            description: row.text("description"),
            ...row.unknown(),
          }),
        ];
      },
      /** Where the owner works now is the position that began last and has not ended. */
      end(): Reading[] {
        if (!latest) return [];
        const { line, company, position } = latest;
        const fields = present({ company, position });
        return [{ kind: "person", line, label: "", who: OWNER, fields, isDerived: true }];
      },
    };
  },
};

/** Months since the year 0, so that what began later is more. */
function monthsOf(date: ReturnType<typeof readPartialDate>): number {
  if (!date) return 0;
  return date.year * 12 + ("month" in date ? date.month : 0);
}

export const education: ExportFile = {
  id: "education",
  names: ["education"],
  columns: ["school", "startedOn", "finishedOn", "notes", "degree", "activities", "field", "grade"],
  needs: ["school", "degree"],
  order: 2,
  open: () => ({
    row(row) {
      const school = row.text("school");
      if (!school) return [refuse(row.line, "noTitle")];
      return [
        ownItem(row.line, labelled(school, row.text("degree")), "education", {
          school,
          degree: row.text("degree"),
          field: row.text("field"),
          grade: row.text("grade"),
          startDate: readPartialDate(row.text("startedOn")),
          endDate: readPartialDate(row.text("finishedOn")),
          activities: row.text("activities"),
          description: row.text("notes"),
          ...row.unknown(),
        }),
      ];
    },
  }),
};
