import {
  readItem,
  removeItem,
  watchItem,
  writeItem,
  type StorageArea,
} from "@/lib/platform/storage";
import { createLeaving } from "./leaving";
import { createSession, session as shape, type CloudStorage, type Session } from "./session";

const storageIn = (area: StorageArea): CloudStorage => ({
  read: (key) => readItem(area, key),
  write: (key, value) => writeItem(area, key, value),
  remove: (key) => removeItem(area, key),
});

/** This device's session, kept where every context of the extension can read it. */
export const cloudSession = createSession({ storage: storageIn("local") });

/** Read by every context too, and without a disk. */
export const sessionMemory = storageIn("session");

export const cloudLeaving = createLeaving(cloudSession);

/** Calls back when the device was connected or signed out, in whatever context. */
export function watchSession(onChange: (session: Session | undefined) => void): () => void {
  return watchItem<unknown>("local", "cloud.session", (value) =>
    onChange(shape.safeParse(value).data),
  );
}
