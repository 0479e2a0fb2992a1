import type { Entry } from "./roster";

export type RosterReader = {
  all: () => Promise<Entry[]>;
  /** A row that is gone is absent from the answer. */
  some: (ids: string[]) => Promise<Entry[]>;
};

export type LiveRoster = {
  list: () => Promise<Entry[]>;
  /** These rows changed; "all" when it is not known which. */
  touch: (ids: readonly string[] | "all") => void;
};

/**
 * All entries of a table, of which only the changed ones are read again: a note saved among ten thousand
 * people costs one row, not ten thousand.
 */
export function createLiveRoster({ all, some }: RosterReader): LiveRoster {
  let entries: Map<string, Entry> | undefined;
  let stale = new Set<string>();

  async function readAll(): Promise<void> {
    stale = new Set();
    entries = new Map((await all()).map((entry) => [entry.id, entry]));
  }

  async function readStale(known: Map<string, Entry>): Promise<void> {
    const ids = [...stale];
    stale = new Set();
    const found = await some(ids);
    for (const id of ids) known.delete(id);
    for (const entry of found) known.set(entry.id, entry);
  }

  return {
    async list() {
      if (!entries) await readAll();
      else if (stale.size > 0) await readStale(entries);
      return [...(entries ?? new Map<string, Entry>()).values()];
    },
    touch(ids) {
      if (ids === "all") entries = undefined;
      else for (const id of ids) stale.add(id);
    },
  };
}
