import type { TableName } from "@/lib/model/tables";

/** A table whose rows belong to a row of another, and the index that finds them. */
export type Follower = { table: TableName; by: string };

/**
 * What goes along when a row goes to another workspace: what was said, written and filed about it. What it
 * merely takes part in (a campaign, a comparison with a job) stays.
 */
export const FOLLOWERS: Partial<Record<TableName, readonly Follower[]>> = {
  people: [
    { table: "interactions", by: "[personId+at]" },
    { table: "messages", by: "[personId+createdAt]" },
    { table: "opportunities", by: "personId" },
    { table: "tasks", by: "personId" },
    { table: "candidates", by: "personId" },
    { table: "documents", by: "personId" },
    { table: "applications", by: "personId" },
  ],
  candidates: [
    { table: "documents", by: "candidateId" },
    { table: "applications", by: "candidateId" },
    { table: "placements", by: "candidateId" },
    { table: "alerts", by: "candidateId" },
  ],
  applications: [{ table: "interviews", by: "applicationId" }],
  jobs: [{ table: "jobPublications", by: "jobId" }],
};

/** What names the row and is left where it is, so that the preview can say so. */
export const LEFT_BEHIND: Partial<Record<TableName, readonly Follower[]>> = {
  people: [
    { table: "enrolments", by: "personId" },
    { table: "companyContacts", by: "personId" },
  ],
  candidates: [{ table: "matches", by: "[candidateId+jobId]" }],
  jobs: [
    { table: "applications", by: "[jobId+stage]" },
    { table: "matches", by: "[jobId+total]" },
  ],
};
