import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Capture } from "@/lib/capture/capture";

const FOLDER = resolve(import.meta.dirname, "../fixtures/capture");

export type Fixture = { name: string; html: string; expected: Omit<Capture, "capturedAt"> };

/** Hand-written pages, one trap each, beside what must be read from them. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.slice(0, -".html".length))
    .map((name) => ({
      name,
      html: readFileSync(resolve(FOLDER, `${name}.html`), "utf8"),
      expected: JSON.parse(readFileSync(resolve(FOLDER, `${name}.json`), "utf8")),
    }));
}

export function fixture(name: string): Fixture {
  const found = fixtures().find((one) => one.name === name);
  if (!found) throw new Error(`No fixture ${name}`);
  return found;
}
