import type { OnConflict } from "./compare";
import type { Mapping } from "./csv-mapping/guess-mapping";
import type { Answer, LineKey } from "./line";

/** What the person chose before the dry run and in it. */
export type Choices = {
  /** Sources to read; the optional ones are off until asked for. */
  wanted: ReadonlySet<number>;
  onConflict: OnConflict;
  answers: ReadonlyMap<LineKey, Answer>;
  /** For all doubtful lines without an answer of their own. */
  doubts: Answer;
  /** Connections that the new export no longer has become "removed". */
  markLost: boolean;
  mappings: ReadonlyMap<number, Mapping>;
  /** Sources of kind résumé that are the owner's own. */
  own: ReadonlySet<number>;
};
