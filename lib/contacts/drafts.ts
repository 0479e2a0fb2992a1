import { chosenName } from "@/lib/platform/chosen-workspace";
import type { KeptTable } from "./roster";

/** Drafts of the workspace shown: another's wait until that one is. */
const prefix = () => `${chosenName()}.draft.`;

type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;
export type Draft = { table: KeptTable; id: string; text: string };

/**
 * What is being typed, kept synchronously at every stroke: a panel may close before IndexedDB has answered.
 * It goes once the save is done, and is saved at the next opening if it was not.
 */
export function keepDraft({ table, id, text }: Draft, storage: DraftStorage = localStorage): void {
  try {
    storage.setItem(`${prefix()}${table}.${id}`, text);
  } catch {
    // The area is full: the save that follows is the one that counts, and it reports a full disk itself.
  }
}

/** Drops the draft if it still says what was saved; what was typed since stays. */
export function dropDraft({ table, id, text }: Draft, storage: DraftStorage = localStorage): void {
  const key = `${prefix()}${table}.${id}`;
  if (storage.getItem(key) === text) storage.removeItem(key);
}

/** What was typed here and is not saved yet: the screen closed first, or the disk was full. */
export function leftDraft(
  table: KeptTable,
  id: string,
  storage: DraftStorage = localStorage,
): string | undefined {
  return storage.getItem(`${prefix()}${table}.${id}`) ?? undefined;
}

export function leftDrafts(storage: Storage = localStorage): Draft[] {
  const start = prefix();
  return Array.from({ length: storage.length }, (_, i) => storage.key(i))
    .filter((key): key is string => key?.startsWith(start) ?? false)
    .flatMap((key) => {
      const [table, id] = key.slice(start.length).split(".");
      const text = storage.getItem(key);
      const isKept = table === "people" || table === "jobs" || table === "companies";
      if (!isKept || !id || text === null) return [];
      return [{ table, id, text }];
    });
}
