import type { Reader } from "../page";
import { sduiProfile } from "../pages/sdui-profile";

/** A profile in the newest family. */
export const profileReaders: Reader[] = [sduiProfile];
