import { fold, isConnectionsWord, isFollowersWord } from "./words";

/** Words before the number, the number as shown, "+", words after it. */
const COUNT = /^(\D*?)\s*(\d(?:[\d.,'’\s]*\d)?(?:\s?[KkMm](?=[\s+]|$))?)\s*(\+?)\s*(\D*)$/;
const MORE = /^(plus de|mehr als|uber|mas de|mais de|piu di|meer dan|over|more than)$/;
const AND_MORE = / (et plus|und mehr|o mas|ou mais|o piu|en meer)$/;

export type Counts = { connections?: string; followers?: string };

/**
 * "26,825 followers" → "26,825", "Plus de 500 relations" → "500+", "1 532 abonnés" → "1532". A number may stand alone on the line before
 * its word.
 */
export function readCounts(lines: string[]): Counts {
  const counts: Counts = {};
  lines.forEach((line, index) => {
    const isAlone = /^[\d.,\s]+[KkMm]?\+?$/.test(line);
    const [, before = "", number, plus, after = ""] =
      COUNT.exec(isAlone ? `${line} ${lines[index + 1]}` : line) ?? [];
    const said = fold(after).replace(/^(de |d')/, "");
    const word = said.replace(AND_MORE, "");
    const isMore = MORE.test(fold(before));
    if (!number || (before !== "" && !isMore)) return;
    const shown = number.replace(/\s/g, "") + (plus || isMore || word !== said ? "+" : "");
    if (isConnectionsWord(word)) counts.connections ??= shown;
    if (isFollowersWord(word)) counts.followers ??= shown;
  });
  return counts;
}
