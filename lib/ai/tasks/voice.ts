/** How somebody writes, learnt on the device from what they sent. Facts about a style, none about a person. */
export type VoiceFacts = {
  /** Messages it was learnt from. */
  messages: number;
  medianWords: number;
  wordsPerSentence: number;
  /** With `{firstName}` where the name stood. */
  greeting?: string;
  signOff?: string;
  formality: "formal" | "informal";
  usesEmoji: boolean;
  exclaims: boolean;
};

export function voiceRules(voice: VoiceFacts): string {
  return [
    `The sender's own way of writing: some ${voice.medianWords} words a message, ${voice.wordsPerSentence} words a sentence, ${voice.formality}.`,
    voice.usesEmoji ? "Now and then an emoji." : "No emoji.",
    voice.exclaims ? "Exclamation marks now and then." : "No exclamation marks.",
  ].join(" ");
}
