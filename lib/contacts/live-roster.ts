import type { Entry } from "./roster";

export type RosterReader = {
  all: () => Promise<Entry[]>;
  /** A row that is gone is absent from the answer. */
  some: (ids: string[]) => Promise<Entry[]>;
};

export type LiveRoster = {
  list: () => Promise<Entry[]>;
  /** Whether everyone was read once: then `list` costs no more than what changed. */
  isRead: () => boolean;
  /** These rows changed; "all" when it is not known which. */
  touch: (ids: readonly string[] | "all") => void;
};

/**
 * All entries of a table, of which only the changed ones are read again: a note saved among ten thousand
 * people costs one row, not ten thousand.
 */
export function createLiveRoster({ all, some }: RosterReader): LiveRoster {
  let entries: Map<string, Entry> | undefined;
  let isWhole = false;
  let stale = new Set<string>();
  let reading = Promise.resolve();

  async function readAll(): Promise<void> {
    isWhole = true;
    stale = new Set();
    try {
      entries = new Map((await all()).map((entry) => [entry.id, entry]));
    } catch (error) {
      isWhole = false;
      throw error;
    }
  }

  async function readStale(known: Map<string, Entry>): Promise<void> {
    const ids = [...stale];
    stale = new Set();
    const found = await some(ids).catch((error: unknown) => {
      for (const id of ids) stale.add(id);
      throw error;
    });
    for (const id of ids) known.delete(id);
    for (const entry of found) known.set(entry.id, entry);
  }

  async function catchUp(): Promise<void> {
    if (!entries || !isWhole) await readAll();
    else if (stale.size > 0) await readStale(entries);
  }

  return {
    async list() {
      // One after the other: whoever asks while the changed ones are read gets them too.
      reading = reading.catch(() => {}).then(catchUp);
      await reading;
      return [...(entries ?? new Map<string, Entry>()).values()];
    },
    isRead: () => entries !== undefined && isWhole,
    touch(ids) {
      if (ids === "all") isWhole = false;
      else for (const id of ids) stale.add(id);
    },
  };
}
