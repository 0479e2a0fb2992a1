import { readItem, removeItem, watchItem, writeItem } from "@/lib/platform/storage";
import { createLeaving } from "./leaving";
import { createSession, session as shape, type Session } from "./session";

/** This device's session, kept where every context of the extension can read it. */
export const cloudSession = createSession({
  storage: {
    read: (key) => readItem("local", key),
    write: (key, value) => writeItem("local", key, value),
    remove: (key) => removeItem("local", key),
  },
});

export const cloudLeaving = createLeaving(cloudSession);

/** Calls back when the device was connected or signed out, in whatever context. */
export function watchSession(onChange: (session: Session | undefined) => void): () => void {
  return watchItem<unknown>("local", "cloud.session", (value) =>
    onChange(shape.safeParse(value).data),
  );
}
