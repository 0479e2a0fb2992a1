import type { Choices } from "./choices";
import type { Row } from "./csv";
import type { Mapping } from "./csv-mapping/guess-mapping";
import type { Line, Verdict } from "./line";
import type { ImportRecord } from "./import-record";
import type { Plan, Progress } from "./plan";
import type { Source, UnreadFile } from "./source";

/** A source as the screen shows it. */
export type SourceView = {
  index: number;
  path: string;
  container?: string;
  bytes: number;
  kind: Source["kind"];
  /** Which file of LinkedIn's export. */
  exportFile?: string;
  /** Not read unless asked for. */
  isOptional: boolean;
  /** A table that is nobody's in particular: how it would be read, and its first rows. */
  table?: { mapping: Mapping; rows: readonly Row[] };
};

export type OpenedView = {
  sources: SourceView[];
  passedOver: string[];
  refused: UnreadFile[];
};

export type LinesWanted = { verdict: Verdict; from: number; count: number };

/** What the import screen asks for. The work is done in a worker; a test may do it in place. */
export interface ImportPort {
  open(files: readonly File[]): Promise<OpenedView>;
  /** Undefined when it was stopped. */
  plan(choices: Choices, onProgress: (progress: Progress) => void): Promise<Plan | undefined>;
  lines(wanted: LinesWanted): Promise<readonly Line[]>;
  /** Does what the last plan said, by these answers. Stopped, it gives the record of what was written until then. */
  run(choices: Choices, onProgress: (progress: Progress) => void): Promise<ImportRecord>;
  undo(
    id: string,
    onProgress: (progress: Progress) => void,
  ): Promise<{ undone: number; kept: number }>;
  history(): Promise<readonly ImportRecord[]>;
  /** Stops the plan or the run under way at the end of its part. */
  cancel(): Promise<void>;
}
