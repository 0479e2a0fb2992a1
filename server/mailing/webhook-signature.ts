import { sameText } from "./unsubscribe-link";

/** How Svix signs what Resend tells: https://docs.svix.com/receiving/verifying-payloads/how-manual */

/** Older than this it may be somebody repeating what they overheard. */
const TOLERANCE_MS = 5 * 60_000;

/** The event's id when the signature holds, else undefined. */
export async function verifyWebhook(
  secret: string,
  headers: Headers,
  body: string,
  now: number,
): Promise<string | undefined> {
  const id = headers.get("svix-id") ?? headers.get("webhook-id");
  const stamp = headers.get("svix-timestamp") ?? headers.get("webhook-timestamp") ?? "";
  const given = headers.get("svix-signature") ?? headers.get("webhook-signature") ?? "";
  const at = Number(stamp) * 1000;
  if (!id || id.length > 200 || !(Math.abs(now - at) <= TOLERANCE_MS)) return undefined;
  const wanted = await signWebhook(secret, { id, stamp, body });
  const holds = given
    .split(" ")
    .map((one) => one.split(","))
    .some(([version, signature = ""]) => version === "v1" && sameText(signature, wanted));
  return holds ? id : undefined;
}

export async function signWebhook(
  secret: string,
  { id, stamp, body }: { id: string; stamp: string; body: string },
): Promise<string> {
  const raw = Uint8Array.from(atob(secret.replace(/^whsec_/u, "")), (letter) =>
    letter.charCodeAt(0),
  );
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  const text = new TextEncoder().encode(`${id}.${stamp}.${body}`);
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign("HMAC", key, text))));
}
