import type { Reader } from "./page";
import { emberJob } from "./pages/ember-job";
import { emberProfile } from "./pages/ember-profile";
import { emberProfileDetails } from "./pages/ember-profile-details";
import { guestJob } from "./pages/guest-job";
import { guestProfile } from "./pages/guest-profile";
import { sduiJob } from "./pages/sdui-job";
import { sduiProfile } from "./pages/sdui-profile";
import { sduiProfileDetails } from "./pages/sdui-profile-details";

/** A page kind in a family is one file in pages/ and one line here. The first that finds its page reads it. */
export const READERS: Reader[] = [
  sduiProfile,
  sduiProfileDetails,
  emberProfile,
  emberProfileDetails,
  guestProfile,
  sduiJob,
  emberJob,
  guestJob,
];
