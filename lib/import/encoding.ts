/** Encodings that a CSV or an address card is met in, under the names TextDecoder knows. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Reads on until enough letters beyond ASCII were seen: the first may stand in the last line. A byte order
 * mark settles it; then every second byte being zero; then whether the bytes above 0x7F form UTF-8.
 */
export async function detectEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const scan = newScan();
  let first = true;
  for await (const chunk of bytes) {
    if (first && chunk.length > 0) {
      const known = byMark(chunk) ?? byZeros(chunk);
      if (known) return known;
      first = false;
    }
    scanUtf8(scan, chunk);
    if (Math.max(scan.whole, scan.broken) > ENOUGH) break;
  }
  // A few broken sequences among many whole ones are damage, not another encoding.
  return scan.broken > scan.whole ? "windows-1252" : "utf-8";
}

function byMark(chunk: Uint8Array): Encoding | undefined {
  const [a, b, c] = chunk;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

function byZeros(chunk: Uint8Array): Encoding | undefined {
  const sample = chunk.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  if (odd > sample.length / 4) return "utf-16le";
  if (even > sample.length / 4) return "utf-16be";
  return undefined;
}

/** So many letters beyond ASCII, and it is plain which encoding they are in. */
const ENOUGH = 200;

type Scan = { whole: number; broken: number; missing: number };

function newScan(): Scan {
  return { whole: 0, broken: 0, missing: 0 };
}

/** Counts sequences of more than one byte, whole and broken; one may go on in the next chunk. */
function scanUtf8(scan: Scan, chunk: Uint8Array): void {
  let { whole, broken, missing } = scan;
  for (let index = 0; index < chunk.length; index++) {
    const byte = chunk[index] as number;
    if (byte < 0x80) {
      if (missing > 0) broken++;
      missing = 0;
      continue;
    }
    if (byte < 0xc0) {
      if (missing === 0) broken++;
      else if (--missing === 0) whole++;
      continue;
    }
    if (missing > 0) broken++;
    missing = following(byte);
    if (missing === 0) broken++;
  }
  Object.assign(scan, { whole, broken, missing });
}

function following(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}
