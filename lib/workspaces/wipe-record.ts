import * as z from "zod";

export const WIPED_KEY = "workspaces.wiped";

/** What is said on the emptied device: when, and what could not be sent before. */
export const wiped = z.object({ at: z.string(), unsent: z.number() });
export type Wiped = z.infer<typeof wiped>;
