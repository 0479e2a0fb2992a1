import type { Reader } from "../page";
import { contactOverlay } from "../contact-overlay";

/** What stands above a profile once its contact link was opened. */
export const contactReaders: Reader[] = [contactOverlay];
