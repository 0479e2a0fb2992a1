import { TruthButton } from "../truth-button";
import { NotTaken } from "./not-taken";
import { useNote } from "./queries";

/** On the page's own card: what the last reading could not take, and the way to what it took. Refusals are told there as they happen. */
export default function ReadingPart({ rowKey, onOpen }: { rowKey: string; onOpen: () => void }) {
  const note = useNote(rowKey);
  return (
    <div className="grid justify-items-start gap-2">
      {note && <NotTaken note={{ ...note, refused: [] }} />}
      <TruthButton onOpen={onOpen} />
    </div>
  );
}
