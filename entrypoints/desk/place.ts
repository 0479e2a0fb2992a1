import type { RosterTable } from "@/lib/contacts/roster";

/** A screen of its own: nothing in it is opened beside it. */
type Screen = { view: "refused" | "import" | "export" };

/** Where one is on the desk: a table, with or without one of its rows open or written to; the templates; a screen of its own. */
export type Place =
  | { view: RosterTable; id?: string; isWriting?: true }
  | { view: "templates"; id?: string }
  | Screen;

export function isScreen(place: Place): place is Screen {
  return place.view === "refused" || place.view === "import" || place.view === "export";
}

export function placeIn(hash: string): Place {
  const [view, id, last] = hash.split("/");
  if (view === "refused" || view === "import" || view === "export") return { view };
  if (view === "templates") return { view, ...(id && { id }) };
  const table = view === "jobs" ? "jobs" : "people";
  const isWriting = table === "people" && last === "write";
  return { view: table, ...(id && { id }), ...(id && isWriting && { isWriting }) };
}

export function hashOf(place: Place): string {
  if (isScreen(place) || place.id === undefined) return place.view;
  const isWriting = place.view !== "templates" && place.isWriting;
  return `${place.view}/${place.id}${isWriting ? "/write" : ""}`;
}
