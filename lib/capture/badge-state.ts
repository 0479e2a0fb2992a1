import type { CaptureOutcome } from "./capture-tab";

/** What the toolbar says after a capture: what the person must act on goes first. */
export function badgeOf(
  outcome: CaptureOutcome,
): "none" | "saved" | "changed" | "partial" | "refused" {
  if (outcome.status === "seenList") return "none";
  if (outcome.status === "storedList") {
    const { created, changed, refused } = outcome.stored.counts;
    if (refused > 0) return "partial";
    return created === 0 && changed > 0 ? "changed" : "saved";
  }
  if (outcome.status === "storedThread") return "saved";
  if (outcome.status !== "stored") return "refused";
  const states = Object.values(outcome.stored.sections);
  if (states.some((state) => state === "notLoaded" || state === "cutOff")) return "partial";
  return outcome.stored.outcome === "changed" ? "changed" : "saved";
}
