type Options<T> = { keyOf: (one: T) => string; weightOf: (one: T) => number };

/**
 * What waits, by key: each key keeps the order in which its own came, and keys take turns, so that one with
 * much to do holds up the others by no more than one of its own.
 */
export function createTurns<T>({ keyOf, weightOf }: Options<T>) {
  const queues = new Map<string, T[]>();

  return {
    add(one: T): void {
      const queue = queues.get(keyOf(one));
      if (queue) queue.push(one);
      else queues.set(keyOf(one), [one]);
    },

    /** Before those of the same key that came since. */
    putBack(ones: readonly T[]): void {
      for (const one of ones.toReversed()) {
        const key = keyOf(one);
        queues.set(key, [one, ...(queues.get(key) ?? [])]);
      }
    },

    /** At least one if there is any, then as many as fit. The key that was first is now the last. */
    take(most: number, heaviest: number): T[] {
      const taken: T[] = [];
      let weight = 0;
      for (;;) {
        const [first] = queues;
        if (!first || taken.length === most) return taken;
        const [key, queue] = first;
        const [one] = queue as [T, ...T[]];
        weight += weightOf(one);
        if (taken.length > 0 && weight > heaviest) return taken;
        taken.push(one);
        queue.shift();
        queues.delete(key);
        if (queue.length > 0) queues.set(key, queue);
      }
    },
  };
}
