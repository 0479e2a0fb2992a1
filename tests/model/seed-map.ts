import { readFileSync } from "node:fs";

/** One line of docs/seed-map.md: a field with its home, or a feature with its capability. */
export interface MapLine {
  document: string;
  /** The collection, or "Features". */
  part: string;
  /** The field, or the lines of the document the feature stands on. */
  left: string;
  home: string;
}

export interface SeedMap {
  fields: MapLine[];
  features: MapLine[];
  /** Document → the lines of it that are spoken for, as ranges. */
  covered: Map<string, [number, number][]>;
}

/** `123` or `123-456`. */
function range(text: string): [number, number] {
  const [from, to = from] = text.split("-").map(Number);
  return [from!, to!];
}

export function readSeedMap(path = "docs/seed-map.md"): SeedMap {
  const map: SeedMap = { fields: [], features: [], covered: new Map() };
  let document = "";
  let part = "";
  const cover = (lines: string) => {
    map.covered.set(document, [...(map.covered.get(document) ?? []), range(lines)]);
  };
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("## ")) document = line.slice(3);
    const heading = /^### (.+?)(?: \(lines ([\d-]+)\))?$/.exec(line);
    if (heading) {
      part = heading[1]!;
      if (heading[2]) cover(heading[2]);
    }
    const cells = line.startsWith("| ") ? line.slice(2, -2).split(" | ") : [];
    if (cells.length === 2 && cells[0]!.startsWith("`")) {
      map.fields.push({ document, part, left: cells[0]!.slice(1, -1), home: cells[1]! });
    }
    if (cells.length === 3 && /^\d/.test(cells[0]!)) {
      map.features.push({ document, part, left: cells[0]!, home: cells[2]! });
      cover(cells[0]!);
    }
  }
  return map;
}

/** The `table.field` and `table.field = value` in a home, in backticks; paths and commands are none. */
export function targets(home: string): { path: string; value: string | undefined }[] {
  return [...home.matchAll(/`([a-z]\w+(?:\.\w+)+)(?: = (\w+))?`/g)]
    .filter((match) => !/\.(ts|json|mjs|md)$/.test(match[1]!))
    .map((match) => ({ path: match[1]!, value: match[2] }));
}
