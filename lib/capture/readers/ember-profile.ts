import type { Reader } from "../page";
import { emberProfile } from "../pages/ember-profile";
import { emberProfileDetails } from "../pages/ember-profile-details";

/** A profile in the older family, and the pages of one section of it. */
export const emberProfileReaders: Reader[] = [emberProfile, emberProfileDetails];
