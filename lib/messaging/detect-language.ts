const WORDS: Record<"en" | "fr", RegExp> = {
  en: /\b(?:the|and|you|your|for|with|have|would|this|that|thanks?|hi|hello|dear|best|are|is)\b/giu,
  fr: /(?<![\p{L}])(?:le|la|les|et|vous|votre|pour|avec|une?|des|merci|bonjour|salut|est|que|je|au|bien)(?![\p{L}])/giu,
};

/** English or French by the small words; nothing where there are too few to say. */
export function detectLanguage(text: string): "en" | "fr" | undefined {
  const en = (text.match(WORDS.en) ?? []).length;
  const fr = (text.match(WORDS.fr) ?? []).length;
  if (Math.max(en, fr) < 2 || en === fr) return undefined;
  return en > fr ? "en" : "fr";
}
