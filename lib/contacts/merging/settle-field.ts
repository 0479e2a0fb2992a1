import { sameJson, type Json } from "@/lib/sync/json";
import { joinLists } from "./join-lists";
import { joinNotes } from "./join-notes";

/** Which of two rows a field is taken from. */
export type Taken = "kept" | "gone" | "both";
export type Why = "same" | "only" | "typed" | "longer" | "newer" | "even" | "joined" | "chosen";
export type Settled = { value: Json; takes: Taken; why: Why };

/** A field as one of the rows has it. */
export type Side = {
  value: Json | undefined;
  /** Typed by the person. */
  isTyped: boolean;
  /** When it was said, as far as is known. */
  at: string;
};

const LONG_TEXTS = new Set(["about", "description"]);
/** Of two moments the later is the truth. */
const LATEST = new Set(["lastInteractionAt", "lastActivityAt", "capturedAt"]);
const EARLIEST = new Set(["connectedAt"]);
/** Said once, it stands: nobody is written to because two rows became one. */
const ONCE_TRUE = new Set(["doNotContact", "isSelf"]);

/** Which value a field has after the merge, and why: typed by the person, else longer, else newer, else as the older row has it. */
export function settleField(
  field: string,
  kept: Side,
  gone: Side,
  choice?: Taken,
): Settled | undefined {
  const [a, b] = [kept.value, gone.value];
  if (a === undefined && b === undefined) return undefined;
  if (choice === "kept" && a !== undefined) return { value: a, takes: "kept", why: "chosen" };
  if (choice === "gone" && b !== undefined) return { value: b, takes: "gone", why: "chosen" };
  if (b === undefined) return { value: a as Json, takes: "kept", why: "only" };
  if (a === undefined) return { value: b, takes: "gone", why: "only" };
  if (sameJson(a, b)) return { value: a, takes: "kept", why: "same" };
  return joined(field, kept, gone) ?? stronger(field, kept, gone);
}

function joined(field: string, kept: Side, gone: Side): Settled | undefined {
  const [a, b] = [kept.value as Json, gone.value as Json];
  if (field === "notes") return both(joinNotes(String(a), String(b)));
  if (Array.isArray(a) && Array.isArray(b)) {
    // What the person put in order comes first, else what was read last.
    const isGoneFirst = prefersGone(kept, gone);
    return both(isGoneFirst ? joinLists(b, a) : joinLists(a, b));
  }
  if (field === "contact" || field === "imported") return both(joinRecords(a, b));
  if (ONCE_TRUE.has(field)) return both(a === true || b === true);
  return undefined;
}

const both = (value: Json): Settled => ({ value, takes: "both", why: "joined" });

function stronger(field: string, kept: Side, gone: Side): Settled {
  const pick = (isGone: boolean, why: Why): Settled =>
    isGone
      ? { value: gone.value as Json, takes: "gone", why }
      : { value: kept.value as Json, takes: "kept", why };
  if (LATEST.has(field)) return pick(String(gone.value) > String(kept.value), "newer");
  if (EARLIEST.has(field)) return pick(String(gone.value) < String(kept.value), "newer");
  if (kept.isTyped !== gone.isTyped) return pick(gone.isTyped, "typed");
  if (LONG_TEXTS.has(field)) {
    return pick(String(gone.value).length > String(kept.value).length, "longer");
  }
  if (gone.at === kept.at) return pick(false, "even");
  return pick(gone.at > kept.at, kept.isTyped ? "typed" : "newer");
}

function prefersGone(kept: Side, gone: Side): boolean {
  return kept.isTyped === gone.isTyped ? gone.at > kept.at : gone.isTyped;
}

/** Contact details, and columns of an import nobody understood: list by list, the rest as the first has it. */
function joinRecords(a: Json, b: Json): Json {
  const [first, second] = [a, b] as [Record<string, Json>, Record<string, Json>];
  const joinedRecord: Record<string, Json> = { ...second, ...first };
  for (const [field, value] of Object.entries(second)) {
    const held = first[field];
    if (Array.isArray(held) && Array.isArray(value)) joinedRecord[field] = joinLists(held, value);
  }
  return joinedRecord;
}
