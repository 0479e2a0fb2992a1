import type { Reader } from "../page";
import { sduiProfile } from "../pages/sdui-profile";
import { sduiProfileDetails } from "../pages/sdui-profile-details";

/** A profile in the newest family, and the pages of one section of it. */
export const profileReaders: Reader[] = [sduiProfile, sduiProfileDetails];
