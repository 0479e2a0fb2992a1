import { readMapped } from "./csv-mapping/read-mapped";
import type { Choices } from "./choices";
import type { Reading } from "./draft";
import { readResume } from "./json-resume/read-resume";
import type { ExportContext } from "./linkedin-export/export-file";
import { readExport } from "./linkedin-export/read-export";
import type { Source } from "./source";
import { readNotebook } from "./notebook-file/read-notebook";
import { readOwnTable } from "./notebook-file/read-own-table";
import { readVcards } from "./vcard/read-vcard";

/** Every line of a source as what it says. @throws UnreadableFile */
export async function* readingsOf(
  source: Source,
  choices: Choices,
  owner: ExportContext["self"],
): AsyncGenerator<readonly Reading[]> {
  const { readable } = source;
  switch (source.kind) {
    case "linkedIn":
      yield* readExport(readable, source.dialect, source.known, { self: owner });
      return;
    case "csv":
      yield* readMapped(
        readable,
        source.dialect,
        choices.mappings.get(source.index) ?? source.mapping,
      );
      return;
    case "vcard":
      yield* readVcards(readable);
      return;
    case "resume":
      yield [readResume(source.resume, choices.own.has(source.index))];
      return;
    case "backup":
      if (source.rows) yield* readOwnTable(readable, source.rows.dialect, source.rows.table);
      else yield* readNotebook(readable);
  }
}
