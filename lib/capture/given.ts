/** The fields that have a value: what a page does not show is not there, rather than empty. */
export function given<T extends object>(fields: T): T {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(entries) as T;
}
