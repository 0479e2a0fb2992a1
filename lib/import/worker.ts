import { openDb } from "@/lib/data/db";
import { unfoldStaged } from "@/lib/data/unfold-staged";
import { serveCalls } from "@/lib/platform/worker-call";
import type { Choices } from "./choices";
import { createImporter } from "./importer";
import type { Progress } from "./plan";
import type { ImportPort, LinesWanted } from "./port";

/** Reads, compares and writes away from the screen. One importer per database. */
const importers = new Map<string, ImportPort>();

function importerFor(name: string): ImportPort {
  const importer = importers.get(name) ?? createImporter(openDb(name));
  importers.set(name, importer);
  return importer;
}

serveCalls<Progress>(globalThis as unknown as Worker, {
  open: ({ db, files }: { db: string; files: File[] }) => importerFor(db).open(files),
  plan: ({ db, choices }: { db: string; choices: Choices }, onProgress) =>
    importerFor(db).plan(choices, onProgress),
  lines: ({ db, ...wanted }: { db: string } & LinesWanted) => importerFor(db).lines(wanted),
  run: ({ db, choices }: { db: string; choices: Choices }, onProgress) =>
    importerFor(db)
      .run(choices, onProgress)
      // What waits takes its place now; closed before it is done, the background goes on with it.
      .finally(() => void unfoldStaged(openDb(db))),
  undo: ({ db, id }: { db: string; id: string }, onProgress) =>
    importerFor(db).undo(id, onProgress),
  history: ({ db }: { db: string }) => importerFor(db).history(),
  cancel: ({ db }: { db: string }) => importerFor(db).cancel(),
});
