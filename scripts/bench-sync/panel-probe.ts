import type { RapportDb } from "@/lib/data/db";

/** How it goes for somebody who has the panel open meanwhile, and what it costs in memory. */
export type Usable = {
  /** Of what a panel reads to open a person and the list beside it: milliseconds. */
  median: number;
  worst: number;
  /** The longest that the page itself did nothing else. */
  heldUp: number;
};

/** More often than anybody opens people one after the other. */
const EVERY_MS = 500;
const LISTED = 50;
const HEAP_MS = 50;

/** In the thread that syncs, which is worse than the panel has it: there the sync is another process. */
export function probePanel(db: RapportDb): () => Usable {
  const reads: number[] = [];
  let heldUp = 0;
  let last = performance.now();
  let isOver = false;

  const beat = setInterval(() => {
    const now = performance.now();
    heldUp = Math.max(heldUp, now - last - 10);
    last = now;
  }, 10);

  async function look(): Promise<void> {
    for (;;) {
      if (isOver) return;
      const began = performance.now();
      // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read from its end
      const list = await db.people.toCollection().reverse().limit(LISTED).toArray();
      const [first] = list;
      if (first) await db.people.get(first.id);
      if (first) reads.push(performance.now() - began);
      await new Promise((resolve) => {
        setTimeout(resolve, EVERY_MS);
      });
    }
  }
  void look();

  return () => {
    isOver = true;
    clearInterval(beat);
    const sorted = reads.toSorted((a, b) => a - b);
    return {
      median: sorted[sorted.length >> 1] ?? 0,
      worst: sorted.at(-1) ?? 0,
      heldUp,
    };
  };
}

/** Megabytes above what stands now, at the highest until it is asked. */
export function probeHeap(): () => number {
  const start = heap();
  let highest = start;
  const beat = setInterval(() => {
    highest = Math.max(highest, heap());
  }, HEAP_MS);
  return () => {
    clearInterval(beat);
    return (highest - start) / 1_000_000;
  };
}

/** Chromium's own, exact with `--enable-precise-memory-info`. */
function heap(): number {
  const { memory } = performance as { memory?: { usedJSHeapSize: number } };
  return memory?.usedJSHeapSize ?? 0;
}
