import { readItem, removeItem, watchItem, writeItem } from "./storage";

/**
 * That one asked to write to the person in a tab, by the browser's shortcut: kept in session memory for the panel,
 * which may only be opening. Whom the tab is about is told once it is known.
 */
export type Wish = { tabId: number; personId?: string; at: number };

const KEY = "wish.write";
/** A panel that opens later was opened for something else. */
const FRESH_MS = 10_000;

export function wishToWrite(wish: Omit<Wish, "at">): Promise<void> {
  return writeItem("session", KEY, { ...wish, at: Date.now() } satisfies Wish);
}

export async function recallWish(): Promise<Wish | undefined> {
  const wish = await readItem<Wish>("session", KEY);
  return wish && isFresh(wish) ? wish : undefined;
}

export function forgetWish(): Promise<void> {
  return removeItem("session", KEY);
}

export function watchWish(onWish: (wish: Wish) => void): () => void {
  return watchItem<Wish>("session", KEY, (wish) => {
    if (wish && isFresh(wish)) onWish(wish);
  });
}

function isFresh({ at }: Wish): boolean {
  return Math.abs(Date.now() - at) < FRESH_MS;
}
