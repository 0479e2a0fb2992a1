import { LIMITS } from "../limits";

/** One property: `item1.TEL;TYPE=work:+33 …`. Names are upper case, the group is dropped. */
export type Property = { name: string; params: Record<string, string[]>; value: string };

export type Card = { line: number; properties: Property[]; isOpen?: true };

/**
 * Takes vCards 2.1, 3.0 and 4.0 apart, line by line and forgivingly: a line that cannot be read is left out, a
 * card that never ends is given as open. https://www.rfc-editor.org/rfc/rfc6350
 */
export function newCardReader() {
  let card: Card | undefined;
  let size = 0;
  let held: { line: number; text: string } | undefined;
  let number = 0;

  function take({ line, text }: { line: number; text: string }): Card | undefined {
    if (/^BEGIN:VCARD\s*$/i.test(text)) {
      const open = card && { ...card, isOpen: true as const };
      card = { line, properties: [] };
      size = 0;
      return open;
    }
    if (!card) return undefined;
    if (/^END:VCARD\s*$/i.test(text)) {
      const whole = card;
      card = undefined;
      return whole;
    }
    size += text.length;
    const property = size > LIMITS.cardChars ? undefined : parseProperty(text);
    if (property) card.properties.push(property);
    return undefined;
  }

  return {
    /** A card, when this line shows that one has ended. */
    push(raw: string): Card | undefined {
      number++;
      const text = raw.replace(/\r$/, "");
      // Folding: a line that begins with a blank goes on (3.0, 4.0), and so does quoted-printable after `=` (2.1).
      const isSoft = held && isQuotedPrintable(held.text) && held.text.endsWith("=");
      if (held && (isSoft || /^[ \t]/.test(text))) {
        const isLong = held.text.length > LIMITS.cardChars;
        const head = isSoft ? held.text.slice(0, -1) : held.text;
        if (!isLong) held.text = head + (isSoft ? text : text.slice(1));
        return undefined;
      }
      const done = held && take(held);
      held = { line: number, text };
      return done;
    },
    end(): Card[] {
      const done = held && take(held);
      const open = card && { ...card, isOpen: true as const };
      return [done, open].filter((one): one is Card => one !== undefined);
    },
  };
}

function isQuotedPrintable(text: string): boolean {
  return /;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(text.slice(0, 200));
}

function parseProperty(text: string): Property | undefined {
  const colon = colonOf(text);
  if (colon < 0) return undefined;
  const [head = "", ...rest] = splitOutsideQuotes(text.slice(0, colon));
  const name = head.split(".").at(-1)?.trim().toUpperCase() ?? "";
  if (!/^[A-Z0-9-]+$/.test(name)) return undefined;
  const params: Record<string, string[]> = Object.create(null);
  for (const part of rest) {
    const equals = part.indexOf("=");
    // 2.1 writes `TEL;WORK;VOICE:`: a bare word is a type, or an encoding.
    const [key, value] =
      equals < 0 ? [bareKey(part), part] : [part.slice(0, equals), part.slice(equals + 1)];
    const values = value
      .replaceAll('"', "")
      .split(",")
      .map((one) => one.trim().toLowerCase());
    (params[key.trim().toUpperCase()] ??= []).push(...values);
  }
  return { name, params, value: decode(text.slice(colon + 1), params) };
}

function bareKey(word: string): string {
  return /^(?:quoted-printable|base64|b|8bit|7bit)$/i.test(word) ? "ENCODING" : "TYPE";
}

function colonOf(text: string): number {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (text[at] === ":" && !isQuoted) return at;
  }
  return -1;
}

function splitOutsideQuotes(text: string): string[] {
  return text.match(/(?:"[^"]*"|[^;"])+/g) ?? [];
}

function decode(value: string, params: Record<string, string[]>): string {
  if (!params.ENCODING?.includes("quoted-printable")) return value;
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (let at = 0; at < value.length; at++) {
    const hex = value[at] === "=" ? value.slice(at + 1, at + 3) : "";
    if (/^[0-9A-F]{2}$/i.test(hex)) {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    } else bytes.push(...encoder.encode(value[at]));
  }
  return decoderFor(params.CHARSET?.[0]).decode(new Uint8Array(bytes));
}

function decoderFor(charset = "utf-8"): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    // A charset nobody knows: what is plain in it stays readable.
    return new TextDecoder("windows-1252");
  }
}

/** `\n`, `\,`, `\;`, `\\` as they were meant. */
export function unescapeText(value: string): string {
  return value.replace(/\\([nN,;:\\])/g, (_, letter: string) =>
    letter.toLowerCase() === "n" ? "\n" : letter,
  );
}

/** A structured value: `Doe;Jane;;Dr;` → its parts. */
export function splitValue(value: string, mark: ";" | "," = ";"): string[] {
  const parts = [""];
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] as string;
    if (letter === "\\" && at + 1 < value.length) {
      parts[parts.length - 1] += letter + value[++at];
    } else if (letter === mark) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => unescapeText(part).trim());
}
