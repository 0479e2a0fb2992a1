import { fold } from "@/lib/contacts/fold";

export type Named = {
  id: string;
  fullName: string;
  company?: string;
  publicId?: string;
  /** Added by this import, not known before. */
  isNew: boolean;
};

/** Who has no profile address, who has one since before, and who has one from this import. */
type Kind = "bare" | "known" | "fresh";

const KINDS: readonly Kind[] = ["bare", "known", "fresh"];

/**
 * People by name, then by company and by what is known of their profile: of a name that ten thousand bear, those who
 * may be meant are found without looking at the others.
 */
export class Namesakes<E extends Named> {
  readonly #names = new Map<string, Map<string, Map<string, E>>>();
  readonly #places = new Map<string, { name: string; place: string }>();

  /** Again for one whose name, company or address has changed. */
  put(entry: E): void {
    const before = this.#places.get(entry.id);
    if (before) this.#names.get(before.name)?.get(before.place)?.delete(entry.id);
    const at = { name: fold(entry.fullName), place: placeOf(kindOf(entry), entry.company) };
    const places = this.#names.get(at.name) ?? new Map<string, Map<string, E>>();
    const entries = places.get(at.place) ?? new Map<string, E>();
    this.#names.set(at.name, places.set(at.place, entries.set(entry.id, entry)));
    this.#places.set(entry.id, at);
  }

  /** The one who bears the name, or how many do. */
  only(name: string): { id: string } | { count: number } {
    const places = [...(this.#names.get(fold(name))?.values() ?? [])];
    const count = places.reduce((sum, { size }) => sum + size, 0);
    const [id] = places.flatMap((entries) => (count === 1 ? [...entries.keys()] : []));
    return id === undefined ? { count } : { id };
  }

  /** Who has both the name and the company. Two addresses in one import are two members; in the notebook one may be of yesterday. */
  *there(name: string, company: string, publicId: string | undefined): Generator<E> {
    const kinds = publicId === undefined ? KINDS : (["bare", "known"] as const);
    for (const kind of kinds) yield* this.#at(name, kind, company);
  }

  /** Who has the name and, of two companies, one unknown. Two addresses are then two people. */
  *elsewhere(name: string, company: string, publicId: string | undefined): Generator<E> {
    const kinds = publicId === undefined ? KINDS : (["bare"] as const);
    if (fold(company) !== "") {
      for (const kind of kinds) yield* this.#at(name, kind, "");
      return;
    }
    const wanted = new Set(kinds.map((kind) => kind[0]));
    for (const [place, entries] of this.#names.get(fold(name)) ?? []) {
      if (wanted.has(place[0])) yield* entries.values();
    }
  }

  *#at(name: string, kind: Kind, company: string): Generator<E> {
    yield* this.#names.get(fold(name))?.get(placeOf(kind, company))?.values() ?? [];
  }
}

function kindOf({ publicId, isNew }: Named): Kind {
  if (!publicId) return "bare";
  return isNew ? "fresh" : "known";
}

function placeOf(kind: Kind, company = ""): string {
  return `${kind[0]} ${fold(company)}`;
}
