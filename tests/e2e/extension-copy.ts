import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtExtension } from "@/scripts/browser";

type Change = (folder: string) => void;

/** A copy of the built extension, changed before the browser sees it; `remove` takes it away. */
export function copyExtension(...changes: Change[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "rapport-copy-"));
  cpSync(builtExtension(), folder, { recursive: true });
  for (const change of changes) change(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Held to a quota, as no extension is that may store without limit. */
export function withQuota(folder: string): void {
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { permissions: string[] };
  const permissions = manifest.permissions.filter((name) => name !== "unlimitedStorage");
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
}

/** Every clock it reads is so far off, in its worker and on its screens, until `setClock`. */
export function withClock(off: number): Change {
  const clock = `globalThis.clockOff = ${off};
{
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { super(...(given.length === 0 ? [Real.now() + clockOff] : given)); }
    static now() { return Real.now() + clockOff; }
  };
}
`;
  return (folder) => {
    writeFileSync(join(folder, "clock.js"), clock);
    const background = join(folder, "background.js");
    writeFileSync(background, clock + readFileSync(background, "utf8"));
    for (const page of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
      const file = join(folder, page);
      const html = readFileSync(file, "utf8");
      writeFileSync(file, html.replace("<head>", '<head><script src="/clock.js"></script>'));
    }
  };
}

type Place = { evaluate: (script: string) => Promise<unknown> };

export async function setClock(places: Place[], off: number): Promise<void> {
  for (const place of places) await place.evaluate(`globalThis.clockOff = ${off}`);
}
