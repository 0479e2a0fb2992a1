import { parseHTML } from "linkedom";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { savedPage } from "@/scripts/practice/document";
import { pageAt } from "@/scripts/practice/pages";
import { wishOf } from "@/scripts/practice/switches";

export const NOW = new Date("2026-11-20T12:00:00Z");

/** The page under a path as a parser that corrects nothing sees it, once everything on it has come. */
export function pageText(path: string): string {
  const address = new URL(path, "https://www.linkedin.com");
  return savedPage(pageAt(address, wishOf(address), NOW));
}

export function readPage(path: string, html = pageText(path)) {
  const { document } = parseHTML(html);
  return read(new URL(path, "https://www.linkedin.com").href, document, allReaders, NOW);
}
