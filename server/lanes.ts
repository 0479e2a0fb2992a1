export type Lanes = { run<T>(key: string, work: () => Promise<T>): Promise<T> };

/** For who has an order of their own. */
export const noLanes: Lanes = { run: (_, work) => work() };

/**
 * Work of one key runs in the order it came, one at a time; at most `width` pieces run at once.
 * After `patience` ms the next one goes ahead even so: for work that may never end.
 */
export function createLanes(width: number, patience?: number): Lanes {
  const tails = Array.from({ length: width }, () => Promise.resolve());
  return {
    run(key, work) {
      const lane = laneOf(key, width);
      const before = tails[lane]!;
      const result = before.then(work);
      const ended = result.then(
        () => undefined,
        () => undefined,
      );
      tails[lane] = patience === undefined ? ended : before.then(() => endedOr(ended, patience));
      return result;
    },
  };
}

function endedOr(ended: Promise<undefined>, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience);
    void ended.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The same lane for the same key, everywhere and always (FNV-1a). */
export function laneOf(key: string, width: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % width;
}
