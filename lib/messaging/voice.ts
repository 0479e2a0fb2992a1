import type { VoiceFacts } from "@/lib/ai/tasks/voice";
import type { Message } from "@/lib/model/message";
import { detectLanguage } from "./detect-language";

/** Under this many messages a habit cannot be told from a chance. */
export const ENOUGH_FOR_VOICE = 5;
/** A line that ends so many messages is a habit. */
const HABIT = 3;

const GREETING =
  /^(hi|hello|hey|dear|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|coucou|cher|chère)(?![\p{L}])/iu;
/** The name after a greeting, with its title: up to three words in capitals. */
const NAME =
  /^\s+(?:(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)\s+)?\p{Lu}[\p{L}\p{M}’'.-]*(?:\s+\p{Lu}[\p{L}\p{M}’'.-]*){0,2}/u;

/** How a person writes in one language, learnt here from what they sent. No word of a message is kept but habits. */
export function learnVoice(
  messages: readonly Message[],
  language: "en" | "fr",
): VoiceFacts | undefined {
  const texts = messages
    .filter(({ direction, content, templateId }) => direction === "sent" && content && !templateId)
    .filter(
      ({ content, language: said }) =>
        (said?.split("-")[0] ?? detectLanguage(content!)) === language,
    )
    .map(({ content }) => content!.trim());
  if (texts.length < ENOUGH_FOR_VOICE) return undefined;
  const greeting = habit(texts.map(greetingOf));
  const signOff = habit(texts.map(signOffOf));
  return {
    messages: texts.length,
    medianWords: median(texts.map((text) => wordsIn(text))),
    wordsPerSentence: median(texts.flatMap(sentences).map(wordsIn)),
    ...(greeting && { greeting }),
    ...(signOff && { signOff }),
    formality: formality(texts, language),
    usesEmoji: share(texts, /\p{Extended_Pictographic}/u) > 0.2,
    exclaims: share(texts, /!/u) > 0.4,
  };
}

/** "Hi Ada," gives "Hi {firstName},": the habit is kept, the name is not. */
export function greetingOf(text: string): string | undefined {
  const line = text.split("\n", 1)[0]!.trim();
  const opening = GREETING.exec(line)?.[0];
  if (!opening) return undefined;
  const rest = line.slice(opening.length);
  const name = NAME.exec(rest)?.[0] ?? "";
  const mark = /^\s?[,!]/u.exec(rest.slice(name.length))?.[0] ?? "";
  return `${opening}${name && " {firstName}"}${mark}`;
}

/** Up to two short last lines that are no sentence. */
export function signOffOf(text: string): string | undefined {
  const lines = text.split("\n").map((line) => line.trim());
  const last = lines.slice(1).slice(-2);
  const kept = last.filter(isShort);
  if (kept.length === 0 || !isShort(last.at(-1) ?? "")) return undefined;
  return kept.join("\n");
}

function isShort(line: string): boolean {
  return line !== "" && wordsIn(line) <= 4 && line.length <= 40 && !/[.?:;]$|\d|@/u.test(line);
}

function habit(found: (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of found) if (one) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] >= HABIT && best[1] >= found.length / 5 ? best[0] : undefined;
}

const FORMAL = {
  en: /\b(?:dear|sincerely|kind regards|yours|would you|could you|please find)\b/iu,
  fr: /(?<!\p{L})(?:vous|votre|vos|cordialement|veuillez|madame|monsieur)(?!\p{L})/iu,
};
const INFORMAL = {
  en: /\b(?:hey|thanks|cheers)\b|\b\p{L}+[’'](?:m|re|ll|ve|d|t|s)\b/iu,
  fr: /(?<!\p{L})(?:tu|toi|t[’']\p{L}+|ton|tes|salut|coucou|à plus)(?!\p{L})/iu,
};

function formality(texts: readonly string[], language: "en" | "fr"): VoiceFacts["formality"] {
  return share(texts, FORMAL[language]) > share(texts, INFORMAL[language]) ? "formal" : "informal";
}

function share(texts: readonly string[], pattern: RegExp): number {
  return texts.filter((text) => pattern.test(text)).length / texts.length;
}

function sentences(text: string): string[] {
  return text.split(/[.!?…]+\s|\n+/u).filter((one) => wordsIn(one) > 2);
}

function wordsIn(text: string): number {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
