import type { Capture } from "./capture";
import { type Health, healthOf } from "./health/health";
import { read } from "./read";
import { allReaders } from "./readers/all";
import { toDocument } from "./snapshot/to-document";
import type { Snapshot } from "./snapshot/tree";
import { partOf, type Structure } from "./taught/taught";
import { parseAddress } from "./url";

/** A kept page, opened: the readers read it as they would read the page itself. */
export type KeptPage = {
  snapshot: Snapshot;
  doc: Document;
  capture: Capture;
  health: Health;
  /** What lessons of this page hold for; absent where it shows nobody. */
  structure?: Structure;
};

/** `empty` is a document that no window shows. */
export function openKept(snapshot: Snapshot, empty: Document): KeptPage {
  const doc = toDocument(snapshot, empty);
  const capture = read(snapshot.url, doc, allReaders, new Date(snapshot.takenAt), "whole");
  const { kind, family, record } = capture;
  const isOne = record && family && (kind === "profile" || kind === "job");
  const part = partOf(parseAddress(snapshot.url));
  return {
    snapshot,
    doc,
    capture,
    health: healthOf(snapshot, capture),
    ...(isOne && { structure: { kind, family, part } }),
  };
}
