import * as z from "zod";
import { instant } from "./row";

/** Who could see the value where it was read; `firstDegree` values stay on the device by default. */
const visibility = z.enum(["public", "signedIn", "firstDegree"]);

/** Where a field came from. A value whose source is `user` is never overwritten by a capture. */
const passportEntry = z.looseObject({
  source: z.enum(["user", "capture", "export", "cv", "mail", "calendar", "ai", "server"]),
  at: instant,
  visibility: visibility.optional(),
  /** The page family it was read from: server-driven, Ember or guest. */
  family: z.string().optional(),
  /** Read where the person had pointed. */
  taught: z.boolean().optional(),
});

/** Field name → where it came from. One register per field, so two devices can add to it. */
export const passport = z.record(z.string(), passportEntry);

/** What the last capture saw of each section of the page. `absent` is a finding, `notLoaded` is not. */
export const sections = z.record(z.string(), z.enum(["present", "absent", "notLoaded", "cutOff"]));

export type PassportEntry = z.infer<typeof passportEntry>;
