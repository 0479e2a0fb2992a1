import type { Reader } from "../page";
import { emberProfile } from "../pages/ember-profile";

/** A profile in the older family. */
export const emberProfileReaders: Reader[] = [emberProfile];
