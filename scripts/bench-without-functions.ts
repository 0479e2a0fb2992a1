import * as z from "zod";

// Imported before any schema: brought in from outside, zod believes it may make functions of text where the page may not.
z.config({ jitless: true });
