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

/** Every part of an address. */
export const addressKeys = address.keyof().options;

/** Parts of an address besides its country, which has a question of its own. */
export const addressParts = address.omit({ country: true }).keyof().options;
export type AddressPart = (typeof addressParts)[number];
