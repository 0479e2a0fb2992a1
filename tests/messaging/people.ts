export function idOf(last: number): string {
  return `0190b0c0-0000-7000-8000-${String(last).padStart(12, "0")}`;
}
