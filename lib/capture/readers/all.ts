import type { Reader } from "../page";
import { withContact } from "../contact-overlay";
import { companyReaders } from "./company";
import { emberProfileReaders } from "./ember-profile";
import { guestProfileReaders } from "./guest-profile";
import { jobReaders } from "./job";
import { listReaders } from "./list";
import { profileReaders } from "./profile";
import { profileDetailsReaders } from "./profile-details";
import { threadReaders } from "./thread";

/**
 * Every reader there is. A page kind in a family is one file in pages/ and one line in the list of its group;
 * a group is one script in a page (see script-for.ts). Of the readers of a kind the first that finds its page reads it.
 */
export const allReaders: Reader[] = [
  ...[...profileReaders, ...emberProfileReaders].map(alsoContact),
  ...guestProfileReaders,
  ...profileDetailsReaders,
  ...jobReaders,
  ...listReaders,
  ...companyReaders,
  ...threadReaders,
];

/** In a page the overlay has a script of its own; here one reading gives both. */
function alsoContact(reader: Reader): Reader {
  return { ...reader, read: (page, scope) => withContact(page, reader.read(page, scope)) };
}
