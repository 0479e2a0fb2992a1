import { browser } from "./browser";

/** Chrome's pages that nobody sees; absent in Firefox, whose background has a storage of its own. */
type Offscreen = {
  hasDocument(): Promise<boolean>;
  createDocument(wanted: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
};

type Area = Pick<Storage, "length" | "key" | "removeItem">;

/**
 * What our screens keep beside the databases (drafts at every stroke, choices) goes: all of it, or what begins
 * with a word. A worker has no such storage and asks a page that nobody sees.
 */
export async function emptyScreenStorage(start = "", area = screenArea()): Promise<void> {
  if (area) return removeFrom(area, start);
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (!offscreen) return;
  // One may be left of a worker that was killed here.
  if (await offscreen.hasDocument()) await offscreen.closeDocument();
  await offscreen.createDocument({
    url: `/forget.html?${encodeURIComponent(start)}`,
    reasons: ["LOCAL_STORAGE"],
    justification: "Erases drafts from this device when it was wiped or a team was left.",
  });
  await offscreen.closeDocument();
}

function screenArea(): Area | undefined {
  return globalThis.localStorage;
}

function removeFrom(area: Area, start: string): void {
  const keys = Array.from({ length: area.length }, (_, at) => area.key(at));
  for (const key of keys) if (key?.startsWith(start)) area.removeItem(key);
}
