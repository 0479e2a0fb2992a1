import { NotTaken } from "./not-taken";
import { useNote } from "./queries";

/** On the page's own card: what the last reading could not take. Refusals are told there as they happen. */
export default function ReadingHints({ rowKey }: { rowKey: string }) {
  const note = useNote(rowKey);
  return note ? <NotTaken note={{ ...note, refused: [] }} /> : null;
}
