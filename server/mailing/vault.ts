import { randomBytes } from "../token";

/**
 * Envelope encryption (AES-256-GCM): each owner's values are sealed under a key of its own, and that key under
 * the server's. Who it belongs to is sealed with it, so that a box moved to another row does not open.
 * The first key seals, every key opens; a key changed at the top is put in place by `rewrap`.
 */
export type Vault = {
  newKey(owner: string): Promise<string>;
  seal(owner: string, sealedKey: string, value: unknown): Promise<string>;
  open(owner: string, sealedKey: string, box: string): Promise<unknown>;
  /** The same key under the first of the server's keys; undefined when it is so already. */
  rewrap(owner: string, sealedKey: string): Promise<string | undefined>;
};

type ServerKey = { name: string; key: CryptoKey };

const IV_BYTES = 12;
const encoder = new TextEncoder();

/** @throws Error when a key is not 32 bytes of base64 */
export async function createVault(keys: string): Promise<Vault> {
  const ring = await Promise.all(keys.split(",").map((text) => serverKey(text.trim())));
  const first = ring[0]!;

  const unwrap = async (owner: string, sealedKey: string): Promise<Uint8Array<ArrayBuffer>> => {
    const [name, box = ""] = sealedKey.split(".");
    const holder = ring.find((one) => one.name === name);
    if (!holder) throw new Error("A key was sealed under a server key that is not set any more.");
    return decrypt(holder.key, owner, box);
  };
  const wrap = async (owner: string, raw: Uint8Array<ArrayBuffer>): Promise<string> =>
    `${first.name}.${await encrypt(first.key, owner, raw)}`;

  return {
    newKey: (owner) => wrap(owner, new Uint8Array(randomBytes(32))),
    async seal(owner, sealedKey, value) {
      const key = await aesKey(await unwrap(owner, sealedKey));
      return encrypt(key, owner, new Uint8Array(encoder.encode(JSON.stringify(value))));
    },
    async open(owner, sealedKey, box) {
      const key = await aesKey(await unwrap(owner, sealedKey));
      return JSON.parse(new TextDecoder().decode(await decrypt(key, owner, box)));
    },
    async rewrap(owner, sealedKey) {
      if (sealedKey.startsWith(`${first.name}.`)) return undefined;
      return wrap(owner, await unwrap(owner, sealedKey));
    },
  };
}

async function serverKey(text: string): Promise<ServerKey> {
  const raw = fromBase64(text);
  if (raw.length !== 32) {
    throw new Error("Each key in MAIL_KEYS must be 32 bytes as base64: openssl rand -base64 32");
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", raw));
  const name = Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0"));
  return { name: name.join(""), key: await aesKey(raw) };
}

function aesKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function encrypt(key: CryptoKey, owner: string, plain: Uint8Array<ArrayBuffer>) {
  const iv = new Uint8Array(randomBytes(IV_BYTES));
  const additionalData = encoder.encode(owner);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, plain);
  return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

async function decrypt(key: CryptoKey, owner: string, box: string) {
  const bytes = fromBase64(box);
  const iv = bytes.subarray(0, IV_BYTES);
  const additionalData = encoder.encode(owner);
  const sealed = bytes.subarray(IV_BYTES);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, sealed),
    );
  } catch (cause) {
    throw new Error("A sealed value does not open: it is another's, or was changed.", { cause });
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
  } catch {
    return new Uint8Array(0);
  }
}
