/** A text under a key of this device. Neither part is of use without that key, which nothing can read out. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

const bytes = (text: string) => new TextEncoder().encode(text);

export function newVaultKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** `purpose` is bound in: what was sealed for one provider cannot be passed off as another's. */
export async function seal(key: CryptoKey, text: string, purpose: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: "AES-GCM", iv, additionalData: bytes(purpose) };
  return { iv, data: await crypto.subtle.encrypt(algorithm, key, bytes(text)) };
}

/** @throws DOMException (OperationError) where anything of it was changed. */
export async function unseal(
  key: CryptoKey,
  { iv, data }: Sealed,
  purpose: string,
): Promise<string> {
  const algorithm = { name: "AES-GCM", iv, additionalData: bytes(purpose) };
  return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, data));
}
