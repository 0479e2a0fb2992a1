/** What a file may ask of the device. A file past a limit is refused in words, before anything is written. */
export const LIMITS = {
  /** The whole file as dropped. */
  fileBytes: 2_000_000_000,
  /** Entries in a ZIP; LinkedIn's have some sixty, with long-form posts a few hundred. */
  entries: 5_000,
  /** One file of a ZIP, inflated. */
  entryBytes: 1_000_000_000,
  /** Everything read from one ZIP, inflated. */
  totalBytes: 2_000_000_000,
  /** Text deflates some 3 to 20 times, text made to fool us 1,000 times. Not judged below `ratioFrom`. */
  ratio: 100,
  ratioFrom: 10_000_000,
  /** People, companies or jobs in one file. Messages are not counted: they are never held together. */
  rows: 300_000,
  /** One row of a CSV: a quote that never closes ends the reading here. */
  rowChars: 4_000_000,
  /** One address card or résumé. */
  cardChars: 2_000_000,
  /** A JSON file that has to be read in one piece. */
  wholeJsonBytes: 400_000_000,
} as const;
