import type { Company } from "@/lib/model/company";
import { computedId } from "./computed-id";

/** Of a company, what tells it apart. */
export type CompanyKeys = Pick<Company, "id" | "keys">;

/**
 * The company these keys mean: by the surest key that finds one. A name finds none that is known by another
 * number. Where several have the key, all devices take the same.
 */
export function matchCompany<C extends CompanyKeys>(
  keys: readonly string[],
  found: readonly C[],
): C | undefined {
  for (const key of keys) {
    const having = found.filter(
      (one) => one.keys?.includes(key) && !(key.startsWith("name:") && isOther(keys, one.keys)),
    );
    const first = having.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
    if (first) return first;
  }
  return undefined;
}

/** Both are known by LinkedIn's number, and by different ones. */
export function isOther(keys: readonly string[], others: readonly string[]): boolean {
  const numbers = keys.filter(isNumber);
  const theirs = others.filter(isNumber);
  return numbers.length > 0 && theirs.length > 0 && !numbers.some((key) => theirs.includes(key));
}

const isNumber = (key: string): boolean => key.startsWith("id:");

/** The id of a company that is made: from its surest key, so that two devices make the same row. */
export function idOfCompany(keys: readonly [string, ...string[]]): string {
  return computedId("company", keys[0]);
}
