import type { TruthTable } from "@/lib/capture/store/screen";
import type { RosterTable } from "@/lib/contacts/roster";

const SCREENS = ["sync", "import", "export", "merge", "applications"] as const;

/** A screen of its own: nothing in it is opened beside it. */
type Screen = { view: (typeof SCREENS)[number] };

/** What is to be done: the day, the inbox with or without a conversation open, whom one keeps in touch with. */
export type WorkPlace = { view: "today" | "relations" } | { view: "inbox"; id?: string };

/** What was read of the page of a row or a list; without one, what capture keeps beside the notebook. */
export type CapturePlace = { view: "capture"; table?: TruthTable; id?: string };

const TRUTHS: readonly TruthTable[] = ["people", "jobs", "companies", "lists"];

/** Where one is on the desk: a table, with or without one of its rows open or written to; the templates or companies; a screen of its own. */
export type Place =
  | { view: RosterTable; id?: string; isWriting?: true }
  | { view: "templates" | "companies"; id?: string }
  | WorkPlace
  | CapturePlace
  | Screen;

export function isWork(place: Place): place is WorkPlace {
  return place.view === "today" || place.view === "inbox" || place.view === "relations";
}

export function placeIn(hash: string): Place {
  const [view = "", id, last] = hash.split("/");
  const screen = SCREENS.find((one) => one === view);
  if (screen) return { view: screen };
  if (view === "today" || view === "relations") return { view };
  if (view === "templates" || view === "inbox" || view === "companies") {
    return { view, ...(id && { id }) };
  }
  if (view === "capture") {
    const table = TRUTHS.find((one) => one === id);
    return { view, ...(table && last && { table, id: last }) };
  }
  const table = view === "jobs" ? "jobs" : "people";
  const isWriting = table === "people" && last === "write";
  return { view: table, ...(id && { id }), ...(id && isWriting && { isWriting }) };
}

export function hashOf(place: Place): string {
  if (!("id" in place) || place.id === undefined) return place.view;
  if (place.view === "capture") return `capture/${place.table}/${place.id}`;
  const isWriting = "isWriting" in place && place.isWriting;
  return `${place.view}/${place.id}${isWriting ? "/write" : ""}`;
}
