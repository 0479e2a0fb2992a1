import type { CaptureOutcome } from "./capture-tab";

/** What the toolbar says after a capture: what the person must act on goes first. */
export function badgeOf(outcome: CaptureOutcome): "saved" | "changed" | "partial" | "refused" {
  if (outcome.status !== "stored") return "refused";
  const states = Object.values(outcome.stored.sections);
  if (states.some((state) => state === "notLoaded" || state === "cutOff")) return "partial";
  return outcome.stored.outcome === "changed" ? "changed" : "saved";
}
