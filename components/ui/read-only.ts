import { useSyncExternalStore } from "react";

/** Why something of this kind cannot be changed here; undefined where it can. */
type Rule = (kind: string) => string | undefined;

let rule: Rule = () => undefined;
const hearers = new Set<() => void>();

/** Said once, by whoever knows; every control of the screen hears of it. */
export function tellReadOnly(next: Rule): void {
  rule = next;
  for (const hear of hearers) hear();
}

/** The reason to show beside a control that is greyed. */
export function useReadOnly(kind: string): string | undefined {
  return useSyncExternalStore(listen, () => rule(kind));
}

function listen(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
