import type { Reader } from "../page";
import { emberProfile } from "../pages/ember-profile";
import { emberProfileDetails } from "../pages/ember-profile-details";
import { guestProfile } from "../pages/guest-profile";
import { sduiProfile } from "../pages/sdui-profile";
import { sduiProfileDetails } from "../pages/sdui-profile-details";

/** A profile, and the pages of one section of it. */
export const profileReaders: Reader[] = [
  sduiProfile,
  sduiProfileDetails,
  emberProfile,
  emberProfileDetails,
  guestProfile,
];
