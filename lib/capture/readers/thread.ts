import type { Reader } from "../page";
import { emberThread } from "../pages/ember-thread";
import { sduiThread } from "../pages/sdui-thread";

/** The open conversation. */
export const threadReaders: Reader[] = [sduiThread, emberThread];
