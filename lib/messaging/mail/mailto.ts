import type { Mail } from "./mail";

/** Windows hands a program no longer command than this; other systems take more. */
export const MAILTO_LIMIT = 2_000;

/** An address that opens the person's own mail program with every field filled (RFC 6068). Plain text is all it can carry. */
export function mailtoOf({ to, subject, text }: Mail): string {
  const fields = [
    ["subject", subject],
    ["body", text.replaceAll(/\r?\n/gu, "\r\n")],
  ].filter(([, value]) => value !== "");
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join("&");
  const address = encodeURIComponent(to?.address ?? "").replaceAll("%40", "@");
  return `mailto:${address}${query && `?${query}`}`;
}
