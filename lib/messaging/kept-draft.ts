import { chosenName } from "@/lib/platform/chosen-workspace";
import type { MessageForm } from "./limits";

/** Drafts of the workspace shown: another's wait until that one is. */
const prefix = () => `${chosenName()}.message.`;

/** What of a draft is kept: all that it takes to go on with it. */
export type DraftFields = {
  personId: string;
  form: MessageForm;
  text: string;
  subject?: string | undefined;
  format?: "text" | "html" | undefined;
  language: string;
  farewell?: boolean | undefined;
  templateId?: string | undefined;
  jobId?: string | undefined;
  /** The due action it was written for. */
  taskId?: string | undefined;
};

type KeepStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;
export type Kept = { id: string; fields: DraftFields };

/** Kept synchronously at every stroke: a panel may close before IndexedDB has answered. */
export function keepStroke(id: string, fields: DraftFields, storage: KeepStorage = localStorage) {
  try {
    storage.setItem(prefix() + id, JSON.stringify(fields));
  } catch {
    // The area is full: the save that follows is the one that counts, and it reports a full disk itself.
  }
}

/** Goes once saved, if it still says what was saved; what was typed since stays. */
export function dropKept(id: string, fields: DraftFields, storage: KeepStorage = localStorage) {
  if (storage.getItem(prefix() + id) === JSON.stringify(fields)) storage.removeItem(prefix() + id);
}

/** Thrown away by the person: nothing of it is to come back. */
export function forgetKept(id: string, storage: KeepStorage = localStorage): void {
  storage.removeItem(prefix() + id);
}

export function readKept(storage: Storage = localStorage): Kept[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at))
    .filter((key): key is string => key?.startsWith(prefix()) ?? false)
    .flatMap((key) => {
      const fields = parse(storage.getItem(key));
      return fields ? [{ id: key.slice(prefix().length), fields }] : [];
    });
}

function parse(text: string | null): DraftFields | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(value: unknown): value is DraftFields {
  return typeof value === "object" && value !== null && "personId" in value && "text" in value;
}
