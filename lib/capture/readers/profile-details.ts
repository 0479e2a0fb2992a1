import type { Reader } from "../page";
import { emberProfileDetails } from "../pages/ember-profile-details";
import { sduiProfileDetails } from "../pages/sdui-profile-details";

/** The whole list of one section of a profile. */
export const profileDetailsReaders: Reader[] = [sduiProfileDetails, emberProfileDetails];
