/**
 * Whether a page shows what was drafted: line ends, spaces, quotes and the like are set anew on the way, words
 * are not. A text of a few words must be the same throughout.
 */
export function sameWords(draft: string, shown: string): boolean {
  const [a, b] = [words(draft), words(shown)];
  return a !== "" && a === b;
}

function words(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
