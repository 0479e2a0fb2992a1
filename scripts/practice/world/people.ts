import { createHash } from "node:crypto";
import { dataAndCloudPeople } from "./people-data-and-cloud";
import { frenchPeople } from "./people-france";
import { healthAndMoneyPeople } from "./people-health-and-money";
import { industryPeople } from "./people-industry";
import type { PracticePerson } from "./shapes";

/** Invented, every one: any likeness to a living person is chance. */
export const people: PracticePerson[] = [
  ...industryPeople,
  ...healthAndMoneyPeople,
  ...dataAndCloudPeople,
  ...frenchPeople,
].map((draft) => Object.assign({ memberId: memberIdOf(draft.slug) }, draft));

export function personOf(slug: string): PracticePerson | undefined {
  return people.find((person) => person.slug === slug);
}

/** The others a page shows beside someone: never that person, the same ones each time. */
export function othersBeside(person: PracticePerson, count: number, skip = 0): PracticePerson[] {
  const start = people.indexOf(person) + 1 + skip;
  return Array.from({ length: count }, (_, i) => people[(start + i) % people.length]!);
}

function memberIdOf(slug: string): string {
  return `ACoAAP${createHash("sha256").update(slug).digest("base64url").slice(0, 33)}`;
}
