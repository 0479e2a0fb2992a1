import type { ReactNode } from "react";
import { useReadOnly } from "./read-only";

/** Controls that change something of a kind: greyed together, with the reason above, where it may not be changed. */
export function ChangeArea({ kind, children }: { kind: string; children: ReactNode }) {
  const why = useReadOnly(kind);
  return (
    <fieldset disabled={why !== undefined} className="contents">
      {why !== undefined && <p className="text-sm text-ink-soft">{why}</p>}
      {children}
    </fieldset>
  );
}
