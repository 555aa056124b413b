import * as z from 'zod';
import { dataFile } from './data.ts';

const address = z.object({
  /** The form of a postal code; absent where there are none. */
  zip: z.string().exactOptional(),
  /** Codes as they are written, the best known first. */
  samples: z.array(z.string()).exactOptional(),
  /** What an address must have: A street, C city, S state, Z postal code. */
  require: z.string().exactOptional(),
  /** What its states are: state, province, prefecture … */
  stateType: z.string().exactOptional(),
  /** What its postal codes are called, where that is a word of their own: zip, pin, eircode. */
  zipType: z.string().exactOptional(),
  /** Its states: code, own name, Latin name, then others. */
  states: z.array(z.array(z.string())).exactOptional(),
});

/** How addresses of a country are written (Google's address metadata). */
export type PostalAddress = z.infer<typeof address>;

const table = dataFile('postalAddresses', z.record(z.string(), address));

/** How addresses of a country are written; nothing is known of a country that is on no list. */
export const postalAddress = (country: string): PostalAddress => {
  const known = table();
  return (Object.hasOwn(known, country) ? known[country] : undefined) ?? {};
};
