import type { TableName } from "@/lib/model/tables";
import type { Dialect, Readable, Row } from "./csv";
import type { Mapping } from "./csv-mapping/guess-mapping";
import type { Resume } from "./json-resume/resume-schema";
import type { Recognised } from "./linkedin-export/read-export";
import type { FileProblem } from "./problem";

/** A file that can be imported, and what is known of how. */
export type Source = {
  /** Its place among the sources opened together; a line is known by source and line. */
  index: number;
  readable: Readable;
  /** The ZIP it came out of. */
  container?: string;
  /** When it said what it says: the day the file was made. */
  at: string;
} & Content;

export type Content =
  | { kind: "linkedIn"; dialect: Dialect; known: Recognised }
  | { kind: "csv"; dialect: Dialect; head: readonly Row[]; mapping: Mapping }
  | { kind: "vcard" }
  | { kind: "resume"; resume: Resume }
  /** `rows`: one table of it as a CSV, the way this product writes one. */
  | { kind: "backup"; rows?: { table: TableName; dialect: Dialect } };

export type UnreadFile = {
  path: string;
  problem: FileProblem;
  detail?: Record<string, string | number>;
};

export type Opened = {
  sources: Source[];
  /** Files of a LinkedIn export that have no place in the notebook. */
  passedOver: string[];
  refused: UnreadFile[];
};
