import { readRows, type Dialect, type Readable, type Row } from "../csv";
import { refuse, type Reading } from "../draft";
import { readHeads, type Layout } from "./columns";
import { exportRow, type ExportContext, type ExportFile } from "./export-file";
import { EXPORT_FILES, fileKey } from "./files";

/** A CSV known as one of the export's, with the place of its head. */
export type Recognised = { file: ExportFile; layout: Layout; heads: number; line: number };

/** By its name if its heads agree; without the name only where the heads are like no other table's. */
export function recogniseExport(path: string, head: readonly Row[]): Recognised | undefined {
  const key = fileKey(path);
  const byName = EXPORT_FILES.filter(({ names }) => names.includes(key));
  const byHeads = EXPORT_FILES.filter(({ isUnmistakable }) => isUnmistakable);
  for (const file of [...byName, ...byHeads]) {
    for (const { cells, line } of head) {
      const layout = readHeads(cells, file.columns);
      if (!file.needs.every((column) => column in layout.at)) continue;
      return { file, layout, heads: cells.length, line };
    }
  }
  return undefined;
}

/** Every line of the file as what it says, or why it says nothing. */
export async function* readExport(
  source: Readable,
  dialect: Dialect,
  { file, layout, heads, line }: Recognised,
  context: ExportContext,
): AsyncGenerator<readonly Reading[]> {
  const reader = file.open(context);
  for await (const rows of readRows(source, dialect)) {
    yield rows.flatMap((row) => {
      if (row.line <= line) return [];
      return misshapen(row, heads) ?? reader.row(exportRow(row, layout));
    });
  }
  yield reader.end?.() ?? [];
}

/** LinkedIn writes every cell of every row: too few were cut off, too many have moved. */
function misshapen(row: Row, heads: number): Reading[] | undefined {
  const { cells, line, flaw } = row;
  const extra = cells.slice(heads).some((cell) => cell !== "");
  if (cells.length >= heads && !extra) return undefined;
  const label = cells.filter(Boolean).slice(0, 3).join(" · ").slice(0, 80);
  return [refuse(line, flaw ? "badQuotes" : "columns", label)];
}
