/** One figure of a bench, and what it must not pass. */
export type Measure = { name: string; value: number; unit: string; target: number };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
