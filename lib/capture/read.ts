import type { Capture } from "./capture";

/** Reads the page as it stands, and changes nothing in it. */
export function read(url: string, _doc: Document, now: Date = new Date()): Capture {
  return {
    kind: null,
    family: null,
    url,
    capturedAt: now.toISOString(),
    sections: {},
    problems: [{ code: "unsupported-page" }],
    unparsed: [],
  };
}
