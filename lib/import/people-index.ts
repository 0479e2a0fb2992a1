import { fold } from "@/lib/contacts/fold";
import type { PersonKeys } from "./draft";
import { Namesakes } from "./namesakes";
import type { KnownPerson } from "./notebook";

/** Why two records may be one person, short of a proof. */
export type Likeness = "sameNameAndCompany" | "sameName" | "sameEmail";

export type Candidate = { id: string; why: Likeness };

export type Match =
  | { kind: "exact"; id: string }
  /** The likeliest first. */
  | { kind: "likely"; candidates: readonly Candidate[] }
  | { kind: "none" };

type Entry = KnownPerson & { isNew: boolean };

/**
 * Everyone in the notebook and everyone this import adds, by what tells people apart: member number,
 * profile address, e-mail. A name proves nothing: alone or with a company it is a likeness.
 */
export class PeopleIndex {
  selfId: string | undefined;
  readonly #byUrn = new Map<string, Entry>();
  readonly #byPublicId = new Map<string, Entry>();
  readonly #byEmail = new Map<string, Entry>();
  readonly #byName = new Namesakes<Entry>();
  readonly #byId = new Map<string, Entry>();

  add(person: KnownPerson, isNew = false): void {
    const known = this.#byId.get(person.id);
    const entry = known ? Object.assign(known, person) : { ...person, isNew };
    this.#byId.set(person.id, entry);
    if (person.isSelf) this.selfId = person.id;
    if (person.memberUrn) this.#byUrn.set(person.memberUrn, entry);
    if (person.publicId) this.#byPublicId.set(person.publicId, entry);
    for (const email of person.emails) this.#byEmail.set(email.toLowerCase(), entry);
    this.#byName.put(entry);
  }

  /** Whom an earlier export named as a connection. */
  connections(): KnownPerson[] {
    return [...this.#byId.values()].filter(
      ({ connectedByExport }) => connectedByExport !== undefined,
    );
  }

  nameOf(id: string): string | undefined {
    return this.#byId.get(id)?.fullName;
  }

  match(keys: PersonKeys): Match {
    if (keys.self && this.selfId) return { kind: "exact", id: this.selfId };
    const sure =
      (keys.memberUrn && this.#byUrn.get(keys.memberUrn)) ||
      (keys.publicId && this.#byPublicId.get(keys.publicId));
    if (sure) return { kind: "exact", id: sure.id };
    return this.#byMail(keys) ?? this.#byLikeness(keys);
  }

  /** For a line that names a person and nothing else: the one of that name, or how many there are. */
  named(name: string): { id: string } | { count: number } {
    return this.#byName.only(name);
  }

  /** One address may serve a whole office: with another name, or another profile, it is a likeness. */
  #byMail(keys: PersonKeys): Match | undefined {
    for (const email of keys.emails ?? []) {
      const entry = this.#byEmail.get(email.toLowerCase());
      if (!entry) continue;
      const isOther = keys.publicId && entry.publicId && keys.publicId !== entry.publicId;
      const isNamedSo = keys.name === undefined || isNamedLike(keys.name, entry.fullName);
      if (!isOther && isNamedSo) return { kind: "exact", id: entry.id };
      return { kind: "likely", candidates: [{ id: entry.id, why: "sameEmail" }] };
    }
    return undefined;
  }

  #byLikeness(keys: PersonKeys): Match {
    const { name, company = "", publicId } = keys;
    if (name === undefined) return { kind: "none" };
    const candidates: Candidate[] = [];
    const take = (entries: Iterable<Entry>, why: Likeness) => {
      for (const { id } of entries) {
        if (candidates.length === MOST_CANDIDATES) return;
        candidates.push({ id, why });
      }
    };
    if (company !== "") take(this.#byName.there(name, company, publicId), "sameNameAndCompany");
    take(this.#byName.elsewhere(name, company, publicId), "sameName");
    return candidates.length > 0 ? { kind: "likely", candidates } : { kind: "none" };
  }
}

/** Of a name that hundreds bear, a few are enough to ask about. */
const MOST_CANDIDATES = 20;

/** Equal, or one the other with words left out or cut to a letter: "J. Doe" may be Jane Maria Doe. */
function isNamedLike(a: string, b: string): boolean {
  const [few = [], many = []] = [a, b]
    .map((name) => fold(name).split(/[ .]+/).filter(Boolean))
    .toSorted((x, y) => x.length - y.length);
  const left = [...many];
  return few.every((word) => {
    const at = left.findIndex((one) => one === word || (word.length === 1 && one.startsWith(word)));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
}
