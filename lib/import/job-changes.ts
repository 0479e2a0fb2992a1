import type { Json } from "@/lib/sync/json";
import type { Line } from "./line";

type Post = { company?: string; position?: string };

/** Someone known works elsewhere, or as something else, than the notebook had it. */
export type JobChange = {
  personId: string;
  label: string;
  kind: "newCompany" | "newPosition";
  before: Post;
  after: Post;
};

/** From a line that a newer export changed; a first company or position is no change of job. */
export function jobChangeOf(line: Line): JobChange | undefined {
  if (line.verdict !== "changed" || line.table !== "people" || line.id === undefined) return;
  const company = line.changes?.find(({ field }) => field === "company");
  const position = line.changes?.find(({ field }) => field === "position");
  const isNewCompany = company?.before !== undefined;
  if (!isNewCompany && position?.before === undefined) return undefined;
  return {
    personId: line.id,
    label: line.label,
    kind: isNewCompany ? "newCompany" : "newPosition",
    before: post(company?.before, position?.before),
    after: post(company?.after, position?.after),
  };
}

function post(company: Json | undefined, position: Json | undefined): Post {
  return {
    ...(typeof company === "string" && { company }),
    ...(typeof position === "string" && { position }),
  };
}

/** Someone with whom one was not connected before, as far as the notebook knew. */
export function isNewConnection(line: Line): boolean {
  if (line.table !== "people") return false;
  if (line.verdict === "new") return true;
  return line.changes?.some(({ field, after }) => field === "degree" && after === 1) ?? false;
}
