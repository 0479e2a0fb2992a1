/**
 * The link by which somebody without an account says that they want no more mail (RFC 8058). It names the
 * workspace and the address and is signed, so that nobody can be taken off by somebody else.
 */
export type Leaver = { workspaceId: string; address: string };

const encoder = new TextEncoder();
const SIGNATURE_BYTES = 18;

export async function unsubscribeToken(secret: string, leaver: Leaver): Promise<string> {
  const said = base64Url(encoder.encode(JSON.stringify([leaver.workspaceId, leaver.address])));
  return `${said}.${await signatureOf(secret, said)}`;
}

/** Who it is of; undefined when it was not signed here. */
export async function readUnsubscribeToken(
  secret: string,
  token: string,
): Promise<Leaver | undefined> {
  const [said = "", signature = ""] = token.split(".");
  if (!sameText(signature, await signatureOf(secret, said))) return undefined;
  const [workspaceId, address] = JSON.parse(
    new TextDecoder().decode(
      Uint8Array.from(atob(said.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
        letter.charCodeAt(0),
      ),
    ),
  ) as [string, string];
  return { workspaceId, address };
}

/** A short text that only this server can say of `what`. */
export async function signed(secret: string, what: string): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(what)));
}

export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Takes as long for a wrong text as for the right one. */
export function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differs = 0;
  for (let index = 0; index < a.length; index++) {
    differs |= a.charCodeAt(index) ^ b.charCodeAt(index);
  }
  return differs === 0;
}

async function signatureOf(secret: string, said: string): Promise<string> {
  return base64Url((await signed(secret, `unsubscribe:${said}`)).subarray(0, SIGNATURE_BYTES));
}
