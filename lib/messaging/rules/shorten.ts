/** Polite padding: gone, it leaves the sentence whole. */
const PADDING: readonly RegExp[] = [
  /\b(?:just|really|very|quite|simply|actually|basically|certainly|definitely|absolutely)\s+/giu,
  /\b(?:I (?:just )?wanted to (?:say|tell you|let you know) that|I am writing to say that)\s+/giu,
  /\s+(?:if that(?:’|')s all right with you|at your earliest convenience|in any way)\b/giu,
  /(?<!\p{L})(?:vraiment|très|simplement|tout à fait|absolument|certainement|justement)\s+/giu,
  /(?<!\p{L})(?:je voulais (?:juste )?vous dire que|je me permets de vous dire que)\s+/giu,
  /,?\s+(?:si cela vous convient|dans les meilleurs délais)(?!\p{L})/giu,
];

/**
 * A shorter text by rule: padding goes first; over the limit, whole sentences go, from the longest that asks
 * nothing. Greeting, first sentence, questions and sign-off stay. What would then still be too long comes back so.
 */
export function shortenByRule(text: string, limit?: number): string {
  const trimmed = PADDING.reduce((shorter, pattern) => shorter.replace(pattern, ""), text);
  const plain = capitals(trimmed).replaceAll(/[ \t]{2,}/gu, " ");
  const target = limit ?? Math.floor(text.length * 0.7);
  let paragraphs = plain.split("\n").map(intoSentences);
  while (lengthOf(paragraphs) > target) {
    const longest = expendable(paragraphs);
    if (!longest) break;
    paragraphs = paragraphs.map((list) => list.filter((sentence) => sentence !== longest));
  }
  return join(paragraphs);
}

/** A sentence whose first word went begins with a capital again. */
function capitals(text: string): string {
  return text.replaceAll(
    /(^|[.!?]\s+|\n)(\p{Ll})/gu,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function intoSentences(line: string): string[] {
  return line.match(/[^.!?…]+(?:[.!?…]+["”»]?\s*|$)/gu) ?? (line ? [line] : []);
}

function expendable(paragraphs: readonly string[][]): string | undefined {
  const all = paragraphs.flat();
  return all
    .slice(1)
    .filter((sentence) => /[.!…]["”»]?\s*$/u.test(sentence))
    .toSorted((a, b) => b.length - a.length)[0];
}

function lengthOf(paragraphs: readonly string[][]): number {
  return join(paragraphs).length;
}

function join(paragraphs: readonly string[][]): string {
  return paragraphs
    .map((list) => list.join("").trim())
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}
