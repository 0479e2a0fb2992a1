import type { Choices } from "@/lib/import/choices";

/** What a person who changes nothing chooses. */
export function everything(opened: { sources: readonly { index: number }[] }): Choices {
  return {
    wanted: new Set(opened.sources.map(({ index }) => index)),
    onConflict: "file",
    answers: new Map(),
    doubts: "apart",
    markLost: true,
    mappings: new Map(),
    own: new Set(),
  };
}
