/** Two notes in one: what one holds of the other is not said twice. */
export function joinNotes(first: string, second: string): string {
  if (first.includes(second.trim())) return first;
  if (second.includes(first.trim())) return second;
  return `${first.trimEnd()}\n\n${second.trimStart()}`;
}
