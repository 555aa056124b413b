import * as z from 'zod';

/** A postal address as it is kept: Partner Center's own fields. */
export const address = z.object({
  country: z.string(),
  addressLine1: z.string(),
  addressLine2: z.string().exactOptional(),
  city: z.string(),
  state: z.string().exactOptional(),
  postalCode: z.string().exactOptional(),
});
