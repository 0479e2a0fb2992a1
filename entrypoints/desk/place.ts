import type { RosterTable } from "@/lib/contacts/roster";

/** Where one is on the desk: a table, with or without one of its rows open, or the refused changes. */
export type Place = { view: RosterTable; id?: string } | { view: "refused" };

export function placeIn(hash: string): Place {
  const [view, id] = hash.split("/");
  if (view === "refused") return { view };
  const table = view === "jobs" ? "jobs" : "people";
  return { view: table, ...(id && { id }) };
}

export function hashOf(place: Place): string {
  if (place.view === "refused" || place.id === undefined) return place.view;
  return `${place.view}/${place.id}`;
}
