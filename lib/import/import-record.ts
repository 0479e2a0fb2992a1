import type { JobChange } from "./job-changes";
import type { Counts } from "./plan";

/** An import made on this device. It never leaves it, and goes with the database. */
export type ImportRecord = {
  id: string;
  at: string;
  /** The last write's own time, by the clock that stamps rows: what is later was edited since. */
  stampedAt?: string;
  /** The files as dropped. */
  names: string[];
  state: "writing" | "done" | "stopped" | "undone";
  counts: Counts;
  written: number;
  jobChanges: JobChange[];
  newConnections: number;
  lost: number;
};
