export type Lanes = { run<T>(key: string, work: () => Promise<T>): Promise<T> };

/** Work of one key runs in the order it came, one at a time; at most `width` pieces run at once. */
export function createLanes(width: number): Lanes {
  const tails = Array.from({ length: width }, () => Promise.resolve());
  return {
    run(key, work) {
      const lane = laneOf(key, width);
      const result = tails[lane]!.then(work);
      tails[lane] = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
  };
}

/** The same lane for the same key, everywhere and always (FNV-1a). */
export function laneOf(key: string, width: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % width;
}
