import type { Reader } from "../page";
import { guestProfile } from "../pages/guest-profile";

/** A profile as people who are not signed in see it. */
export const guestProfileReaders: Reader[] = [guestProfile];
