import { fold } from "@/lib/contacts/fold";
import type { PersonKeys } from "./draft";

/** The same for the same person in all files of one export. */
export function personKey({ publicId, name }: PersonKeys): string {
  return publicId ?? fold(name ?? "");
}
