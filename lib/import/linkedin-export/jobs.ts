import { jobIdOf, jobUrl } from "@/lib/capture/url";
import { fold } from "@/lib/contacts/fold";
import type { Json } from "@/lib/sync/json";
import { computedId } from "@/lib/contacts/computed-id";
import { refuse, type Reading } from "../draft";
import { readDayOrInstant } from "../moment";
import { labelled, present, type ExportFile, type ExportRow } from "./export-file";

/** A post and oneself at it. Both files make the same row for the same post; applying comes before saving. */
function jobRow(
  row: ExportRow,
  application: Record<string, Json | undefined>,
  stage: string,
): Reading[] {
  const title = row.text("position");
  const companyName = row.text("company");
  if (title === "") return [refuse(row.line, "noTitle", companyName)];
  const url = row.text("jobUrl");
  const externalId = jobIdOf(url);
  const key = externalId ?? fold(`${title} ${companyName}`);
  return [
    {
      kind: "row",
      table: "jobs",
      key,
      line: row.line,
      label: labelled(title, companyName),
      fields: present({ externalId }),
      ifEmpty: present({ companyName, url: externalId ? jobUrl(externalId) : url }),
      ifNew: { title },
      also: {
        table: "applications",
        id: computedId("linkedin/application", key),
        fields: present({ direction: "sent", stage, source: "LinkedIn", ...application }),
      },
    },
  ];
}

export const jobApplications: ExportFile = {
  id: "jobApplications",
  names: ["jobapplications"],
  columns: ["applicationDate", "email", "company", "position", "jobUrl", "resumeName", "answers"],
  needs: ["applicationDate", "position"],
  order: 41,
  isUnmistakable: true,
  open: () => ({
    row(row) {
      const extra = present({
        "Contact Email": row.text("email"),
        "Resume Name": row.text("resumeName"),
        "Question And Answers": row.text("answers"),
        ...row.unknown(),
      });
      const appliedAt = readDayOrInstant(row.text("applicationDate"));
      const imported = Object.keys(extra).length > 0 ? extra : undefined;
      return jobRow(row, { appliedAt, imported }, "applied");
    },
  }),
};

export const savedJobs: ExportFile = {
  id: "savedJobs",
  names: ["savedjobs"],
  columns: ["savedDate", "company", "position", "jobUrl"],
  needs: ["savedDate", "position"],
  order: 42,
  isUnmistakable: true,
  open: () => ({
    row(row) {
      const saved = readDayOrInstant(row.text("savedDate"));
      const extra = { ...(saved && { "Saved Date": saved }), ...row.unknown() };
      return jobRow(row, { imported: Object.keys(extra).length > 0 ? extra : undefined }, "saved");
    },
  }),
};
