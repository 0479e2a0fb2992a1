import type { Page } from "@playwright/test";

/** A row as a pull would have left it: in step with the server, nothing pending. */
export type FilledRows = { table: string; rows: readonly { id: string }[] };

/**
 * Puts rows straight into the database of the extension whose page this is. The page must have opened it
 * once; reload the page after, since no change event is fired.
 */
export async function fillDatabase(page: Page, { table, rows }: FilledRows): Promise<void> {
  const slice = 2000;
  for (let from = 0; from < rows.length; from += slice) {
    await page.evaluate(
      ({ name, json }) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("rapport");
          opening.addEventListener("error", () => reject(opening.error));
          opening.addEventListener("success", () => {
            const db = opening.result;
            const work = db.transaction(name, "readwrite");
            for (const row of JSON.parse(json) as { id: string }[]) {
              work
                .objectStore(name)
                .put({ ...row, _sync: { hlc: "0000000000000-0000-seed", seq: 1 } });
            }
            work.addEventListener("error", () => reject(work.error));
            work.addEventListener("complete", () => {
              db.close();
              resolve();
            });
          });
        }),
      // As one text: Playwright takes long over deep objects.
      { name: table, json: JSON.stringify(rows.slice(from, from + slice)) },
    );
  }
}
