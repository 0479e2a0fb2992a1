import type { Person } from "@/lib/model/person";

/** Whoever said no, or was marked so, is in no queue, no campaign and no mailing. Ask here before offering anybody. */
export function mayContact({
  doNotContact,
  isSelf,
}: Pick<Person, "doNotContact" | "isSelf">): boolean {
  return doNotContact !== true && isSelf !== true;
}
