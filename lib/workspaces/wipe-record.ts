export const WIPED_KEY = "workspaces.wiped";

/** What is said on the emptied device: when, and what could not be sent before. */
export type Wiped = { at: string; unsent: number };

/** Null where nothing of the kind is kept. Every screen looks when it opens, so it costs no schema. */
export function wipedIn(value: unknown): Wiped | null {
  const { at, unsent } = (value ?? {}) as Partial<Record<keyof Wiped, unknown>>;
  return typeof at === "string" && typeof unsent === "number" ? { at, unsent } : null;
}
