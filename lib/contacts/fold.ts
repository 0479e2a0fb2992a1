/** Letters that no Unicode decomposition takes apart. */
const LETTERS: Record<string, string> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ł: "l",
  ø: "o",
  đ: "d",
  ı: "i",
  þ: "th",
};

/** Spaces, brackets, quotes, dashes, bullets. Of the signs, `+ # . & @` may be part of a word: "C++", ".NET", "R&D". */
const BETWEEN_WORDS =
  // oxlint-disable-next-line no-control-regex -- they part words too
  /[\u0000-\u0022\u0024\u0025\u0027-\u002a\u002c\u002d\u002f\u003a-\u003f\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+/g;

const NOT_ASCII = /[^\u0000-\u007f]/; // oxlint-disable-line no-control-regex

/** Text as one searches for it: lower case, no accents, one space between words. Called for every word of every person: it takes the short way where it can. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = NOT_ASCII.test(lower) ? bare(lower) : lower;
  return plain.replace(BETWEEN_WORDS, " ").trim();
}

function bare(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[œæßłøđıþ]/g, (letter) => LETTERS[letter] ?? letter);
}
