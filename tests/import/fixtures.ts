import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync, type Zippable } from "fflate";
import type { DroppedFile } from "@/lib/import/recognise";

const ROOT = join(import.meta.dirname, "../fixtures/import");
export const MADE = Date.parse("2026-09-01T08:00:00Z");

export function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(ROOT, path)));
}

export function fixture(path: string): DroppedFile {
  return dropped(path.split("/").at(-1) ?? path, bytesOf(path));
}

export function dropped(name: string, content: string | Uint8Array<ArrayBuffer>): DroppedFile {
  return { name, blob: new Blob([content]), lastModified: MADE };
}

/** A folder of fixtures as the ZIP that LinkedIn would send. */
export function exportZip(folder: string, name = "Basic_LinkedInDataExport_09-01-2026.zip") {
  const files: Zippable = {};
  const walk = (path: string) => {
    for (const entry of readdirSync(join(ROOT, folder, path))) {
      const inner = path === "" ? entry : `${path}/${entry}`;
      if (statSync(join(ROOT, folder, inner)).isDirectory()) walk(inner);
      else files[inner] = bytesOf(`${folder}/${inner}`);
    }
  };
  walk("");
  return dropped(name, zipSync(files));
}

export function zipOf(files: Record<string, string>, name = "export.zip"): DroppedFile {
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)]);
  return dropped(name, zipSync(Object.fromEntries(entries) as Zippable));
}
