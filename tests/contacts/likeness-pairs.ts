import type { Likeable } from "@/lib/contacts/likeness/likeable";
import { likeableOf } from "@/lib/contacts/likeness/likeable";
import type { Person } from "@/lib/model/person";

/** Invented people, some of them twice, and which of them are one: the same for the same seed. */

const FIRST =
  "Robert Elisabeth Michael Katharina Guillaume Alessandro Joana Pieter Margaret Thomas Nora Yusuf Ingrid Hélène Jürgen Camille Anselm Brigitte Dario Fiona".split(
    " ",
  );
const SHORT: Record<string, string> = {
  Robert: "Bob",
  Elisabeth: "Lisa",
  Michael: "Mike",
  Katharina: "Kate",
  Guillaume: "William",
  Alessandro: "Alex",
  Pieter: "Peter",
  Margaret: "Meg",
  Thomas: "Tom",
  Jürgen: "Georg",
};
const LAST =
  "Lindqvist Brightwater Calderón Müllerhof Okonkwo Fernandes Vanderveer Ashgrove Delacroix Nakahara Ostrowski Petrakis Quintero Rasmussen Sørensen Thornbury Ullmann Vasquez Winterbourne Zielinska".split(
    " ",
  );
const FIRMS =
  "Quillmark Lantern Harbour Meadowlark Coppergate Willowbank Anchorpoint Granitework Orchardia Tidewater Brassfield Elmhurst".split(
    " ",
  );
const PLACES = ["Lyon", "Leeds", "Porto", "Bremen", "Gent"];

export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Draft = Partial<Person> & { fullName: string };

/** Ways one person comes to be two rows. */
const TWINS: ((person: Draft, next: () => number) => Draft)[] = [
  (person) => ({ ...person, fullName: person.fullName.normalize("NFKD").replace(/\p{M}/gu, "") }),
  (person) => ({ ...person, fullName: person.fullName.split(" ").toReversed().join(" ") }),
  (person) => ({ ...person, fullName: `Dr. ${person.fullName}, MBA` }),
  (person) => ({ ...person, fullName: `${person.fullName}-Hartley` }),
  (person) => {
    const [first = "", last] = person.fullName.split(" ");
    return { ...person, fullName: `${SHORT[first] ?? first} ${last}` };
  },
  (person) => {
    const [first = "", last] = person.fullName.split(" ");
    return { ...person, fullName: `${first[0]}. ${last}` };
  },
  (person) => {
    const at = person.fullName.length - 3;
    const slip = person.fullName.slice(0, at) + person.fullName.slice(at + 1);
    return { ...person, fullName: slip };
  },
  (person) => ({
    fullName: person.fullName,
    company: `${FIRMS[0]} Next`,
    experience: [{ company: person.company }],
  }),
  (person, next) => ({
    fullName: `${person.fullName.split(" ")[0]} Hartley`,
    email: person.email ?? `mail${Math.floor(next() * 1e9)}@mail.example`,
    company: "Elsewhere",
  }),
  (person) => ({ fullName: person.fullName, company: "Elsewhere", photoUrl: person.photoUrl }),
  (person) => ({
    ...person,
    fullName: `${person.fullName.split(" ")[0]} Hartley`,
    formerName: person.fullName,
  }),
];

export function inventPeople(
  count: number,
  seed: number,
): { people: Likeable[]; rows: (Draft & { id: string })[]; same: Set<string> } {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const people: Likeable[] = [];
  const rows: (Draft & { id: string })[] = [];
  const same = new Set<string>();
  const add = (draft: Draft, withIds: boolean): string => {
    const n = people.length;
    const id = `p${String(n).padStart(6, "0")}`;
    const own = withIds ? { publicId: `person-${n}` } : {};
    people.push(likeableOf({ id, createdAt: "2026-01-01T00:00:00.000Z", ...own, ...draft }));
    rows.push({ id, ...own, ...draft });
    return id;
  };
  for (let n = 0; people.length < count; n++) {
    // A large notebook has more names and firms than a small one.
    const part = (n % Math.ceil(count / 400))
      .toString(36)
      .replace(/\d/g, (d) => "abcdefghij"[Number(d)] ?? "");
    const person: Draft = {
      fullName: `${pick(FIRST)} ${pick(LAST)}${part}`,
      company: `${pick(FIRMS)} ${n % Math.ceil(count / 60)}`,
      location: pick(PLACES),
      photoUrl: `https://media.licdn.com/dms/image/v2/D4E03AQ${String(n).padStart(10, "0")}/profile-displayphoto-shrink_200_200/0/1`,
      ...(next() < 0.2 && { email: `someone${n}@mail.example` }),
    };
    const id = add(person, true);
    if (next() < 0.12) {
      const way = pick(TWINS);
      const { photoUrl: _, ...rest } = person;
      const twin = way({ ...rest, ...(way === TWINS[9] && { photoUrl: person.photoUrl }) }, next);
      if (way === TWINS[8] && person.email === undefined) continue;
      same.add([id, add(twin, next() < 0.3)].toSorted().join(" "));
    }
  }
  return { people, rows, same };
}
