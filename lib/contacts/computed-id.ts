import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/**
 * The id of a row that exists once, from what makes it that row: a version 8 UUID (RFC 9562) of a SHA-256.
 * The same file read twice, or on two devices, makes the same row. The separator occurs in no part.
 */
export function computedId(...parts: readonly string[]): string {
  const bytes = sha256(encoder.encode(parts.join("\u0000"))).subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
