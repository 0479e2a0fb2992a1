export type RandomBytes = (length: number) => Uint8Array;

export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** 256 bits that cannot be guessed, in letters a header can carry. */
export function newToken(random: RandomBytes = randomBytes): string {
  const text = btoa(String.fromCharCode(...random(32)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** What is kept of a token. It is random to begin with, so one round without salt is enough. */
export async function hashToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** No vowels, no look-alikes: RFC 8628 §6.1. */
const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

/** Eight letters (34 bits), shown as two groups of four. */
export function newUserCode(random: RandomBytes = randomBytes): string {
  let code = "";
  while (code.length < 8) {
    for (const byte of random(8)) {
      // 240 is the largest multiple of 20 in a byte: beyond it some letters would come more often.
      if (byte < 240 && code.length < 8) code += LETTERS[byte % LETTERS.length];
    }
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code as it is stored, however it was typed; undefined if it cannot be one. */
export function readUserCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/g, "");
  if (letters.length !== 8 || ![...letters].every((letter) => LETTERS.includes(letter))) {
    return undefined;
  }
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
