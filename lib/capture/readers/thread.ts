import type { Reader } from "../page";
import { emberThread } from "../pages/ember-thread";

/** The open conversation. */
export const threadReaders: Reader[] = [emberThread];
