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

/** Text as one searches for it: lower case, no accents, one space between words. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[œæßłøđıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}+#.&@]+/gu, " ")
    .trim();
}
