/**
 * Characters nobody sees but a model reads: format marks (bidirectional, zero-width, tags), controls, halves of
 * surrogate pairs, private use. What leaves must be what one can read in the preview. The two joiners that
 * scripts and emoji need stay.
 */
const UNSEEN =
  /(?!\u200c|\u200d|\n|\t)[\p{Cf}\p{Cc}\p{Cs}\p{Co}\u{fe00}-\u{fe0e}\u{e0100}-\u{e01ef}]/gu;

export function visible(text: string): string {
  return text.replace(UNSEEN, "");
}
