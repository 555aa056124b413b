import * as z from 'zod';

/** Schema of a stored postal address, with Partner Center's own field names. */
export const address = z.object({
  country: z.string(),
  addressLine1: z.string(),
  addressLine2: z.string().exactOptional(),
  city: z.string(),
  state: z.string().exactOptional(),
  postalCode: z.string().exactOptional(),
});
