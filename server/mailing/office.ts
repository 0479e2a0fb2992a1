import type { Deps } from "../app-env";

/** As much of the server as a job needs. */
export type Office = Pick<
  Deps,
  "database" | "sequencer" | "publicUrl" | "now" | "log" | "mailing" | "scheduler"
>;
