import { keepTidy } from "@/lib/contacts/store/tidy";
import { openDb } from "@/lib/data/db";
import { log } from "@/lib/platform/log";

/** Links companies, and makes one of what is one, whenever the notebook has changed and come to rest. */
export function startTidying(): { wake: () => void } {
  return keepTidy(openDb());
}
