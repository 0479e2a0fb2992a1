import * as z from "zod";

/** A postal address, as far as it is known. */
export const address = z.looseObject({
  street: z.string().optional(),
  postalCode: z.string().optional(),
  city: z.string().optional(),
  /** Département, county. */
  department: z.string().optional(),
  /** Région, state, province. */
  region: z.string().optional(),
  /** ISO 3166-1 alpha-2 where it could be recognised, else as written. */
  country: z.string().optional(),
});
