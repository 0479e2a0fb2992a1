/** An address as it is compared: the domain knows no case, and no server in use tells apart the case before it. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}

const ADDRESS =
  /^[^\s@<>"(),:;[\]\\]{1,64}@(?=.{4,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,}$/u;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim());
}

/** Every address in a text, a list or a CSV file, each once. */
export function addressesIn(text: string): string[] {
  const found = text.split(/[\s,;"'<>|]+/u).filter(isAddress);
  return [...new Set(found.map(addressKey))];
}
