/** Why a file could not be read at all, or not to its end. The screen has a sentence for each. */
export type FileProblem =
  | "tooLarge"
  | "notKnown"
  | "empty"
  | "zipCutOff"
  | "zipDamaged"
  | "zipBomb"
  | "zipEncrypted"
  | "zipMethod"
  | "zipInZip"
  | "sqlite"
  | "tooManyEntries"
  | "tooManyRows"
  | "openQuote"
  | "notJson"
  | "notResume"
  | "backupUnreadable"
  | "backupNewer";

/** Thrown while a file is read; the reading of that file ends, the others go on. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";

  constructor(
    public readonly problem: FileProblem,
    public readonly detail: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(problem, options);
  }
}
