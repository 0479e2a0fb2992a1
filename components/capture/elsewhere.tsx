import { i18n } from "#i18n";

/** The tab shows nothing that can be kept: one quiet line, and the notebook below has the room. */
export function Elsewhere({ isLinkedIn }: { isLinkedIn: boolean }) {
  return (
    <p className="px-1 text-xs text-pretty text-ink-faint">
      {i18n.t(isLinkedIn ? "page.otherLinkedIn" : "page.elsewhere")}
    </p>
  );
}
