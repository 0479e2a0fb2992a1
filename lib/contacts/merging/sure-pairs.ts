import type { Likeness } from "@/lib/model/merge";
import { isOther } from "../company-match";

/** Two rows that are surely one, the older first. */
export type Sure = { why: Likeness; ids: [string, string] };

type PersonKeys = { id: string; memberUrn?: string | undefined; publicId?: string | undefined };
type CompanyKeys = { id: string; keys?: string[] | undefined };

/** People who are one by member number, or by address where no number says otherwise. */
export function surePeople(people: readonly PersonKeys[]): Sure[] {
  const byMember = groups(people, ({ memberUrn }) => (memberUrn ? [memberUrn] : []));
  const byAddress = groups(people, ({ publicId }) => (publicId ? [publicId] : []));
  return [
    ...byMember.flatMap(([, group]) => pairsOf(group, "sameMember")),
    ...byAddress.flatMap(([, group]) =>
      pairsOf(group, "sameAddress", (a, b) => !(a.memberUrn && b.memberUrn)),
    ),
  ];
}

/** Companies by number, by address, by name: a name that two numbers bear says nothing. */
export function sureCompanies(companies: readonly CompanyKeys[]): Sure[] {
  return groups(companies, ({ keys = [] }) => keys).flatMap(([key, group]) => {
    if (key.startsWith("id:")) return pairsOf(group, "sameCompanyId");
    const isAmbiguous = group.some((a) => group.some((b) => isOther(a.keys ?? [], b.keys ?? [])));
    if (isAmbiguous) return [];
    return pairsOf(group, key.startsWith("slug:") ? "sameCompanyAddress" : "sameCompanyName");
  });
}

function groups<T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): [string, T[]][] {
  const byKey = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = byKey.get(key);
      if (group) group.push(row);
      else byKey.set(key, [row]);
    }
  }
  return [...byKey].filter(([, group]) => group.length > 1);
}

function pairsOf<T extends { id: string }>(
  group: readonly T[],
  why: Likeness,
  isPair: (a: T, b: T) => boolean = () => true,
): Sure[] {
  const sorted = group.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.flatMap((a, place) =>
    sorted
      .slice(place + 1)
      .filter((b) => isPair(a, b))
      .map((b): Sure => ({ why, ids: [a.id, b.id] })),
  );
}
