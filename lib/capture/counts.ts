import { fold, isConnectionsWord, isFollowersWord } from "./words";

/** "500+ connections" → "500+", "Plus de 500 relations" → "500+", "26,825 followers" → "26,825". */
const COUNT =
  /^(?:(plus de|mehr als|uber|mas de|mais de|piu di|meer dan|over)\s+)?(\d[\d.,' ]*?\s?[km]?)\s*(\+)?\s+(\p{L}[^\d]*)$/u;

export type Counts = { connections?: string; followers?: string };

/** Reads lines in order; a number may stand alone on the line before its word. */
export function readCounts(lines: string[]): Counts {
  const counts: Counts = {};
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const joined = /^\d[\d.,\s]*[KkMm]?\+?$/.test(line) && next ? `${line} ${next}` : line;
    const read = COUNT.exec(keepDots(joined));
    if (!read) return;
    const [, more, number = "", plus, rest = ""] = read;
    const word = rest.replace(/^de\s+/, "").replace(/\s+(et plus|o mas|ou mais)$/, "");
    const shown = `${number.trim()}${plus || more || word !== rest.replace(/^de\s+/, "") ? "+" : ""}`;
    if (isConnectionsWord(word)) counts.connections ??= shown;
    if (isFollowersWord(word)) counts.followers ??= shown;
  });
  return counts;
}

/** Folds the words but keeps the dot, which groups digits in half of Europe. */
function keepDots(text: string): string {
  return text
    .split(/(\d[\d.,]*)/)
    .map((part) => (/^\d/.test(part) ? part : fold(part) && ` ${fold(part)} `))
    .join("")
    .replace(/\s+/g, " ")
    .replace(/(\d) \+/, "$1+")
    .trim();
}
