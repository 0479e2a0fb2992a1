/** `v=DMARC1; p=none` as a map: names in lower case, the first of two wins; undefined where it is no such list. */
export function tagsOf(record: string): Map<string, string> | undefined {
  const tags = new Map<string, string>();
  for (const part of record.split(";")) {
    if (part.trim() === "") continue;
    const cut = part.indexOf("=");
    if (cut < 1) return undefined;
    const name = part.slice(0, cut).trim().toLowerCase();
    if (!tags.has(name)) tags.set(name, part.slice(cut + 1).trim());
  }
  return tags;
}
