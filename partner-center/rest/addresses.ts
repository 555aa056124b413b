import * as z from 'zod';
import type { Address, AddressAnswer } from '../partnerCenter.ts';
import type { Client } from './client.ts';

const part = z.string().nullish();

const place = z.object({
  country: part,
  addressLine1: part,
  addressLine2: part,
  city: part,
  state: part,
  region: part,
  postalCode: part,
});

// An answer of before 2021-05-17 had no body at all.
const answer = z.object({ status: part, suggestedAddresses: z.array(place).nullish() }).nullish();

const asked = ({ country, addressLine1, addressLine2, city, state, postalCode }: Address) => ({
  addressLine1,
  ...(addressLine2 === undefined ? {} : { addressLine2 }),
  city,
  ...(state === undefined ? {} : { state }),
  ...(postalCode === undefined ? {} : { postalCode }),
  country,
});

const filled = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || text.trim() === '' ? undefined : text.trim();

/** A suggestion with what it leaves out as the partner wrote it; undefined when it has no street or city. */
const suggested = (found: z.infer<typeof place>, mine: Address): Address | undefined => {
  const addressLine1 = filled(found.addressLine1);
  const city = filled(found.city);
  if (addressLine1 === undefined || city === undefined) return undefined;
  const state = filled(found.state) ?? filled(found.region) ?? mine.state;
  const postalCode = filled(found.postalCode) ?? mine.postalCode;
  const addressLine2 = filled(found.addressLine2) ?? mine.addressLine2;
  return {
    country: mine.country,
    addressLine1,
    ...(addressLine2 === undefined ? {} : { addressLine2 }),
    city,
    ...(state === undefined ? {} : { state }),
    ...(postalCode === undefined ? {} : { postalCode }),
  };
};

const same = (one: Address, other: Address): boolean =>
  JSON.stringify(asked(one)).toLowerCase() === JSON.stringify(asked(other)).toLowerCase();

/**
 * Asks the address check (developer/validate-an-address). Better addresses are a question for the partner; an address
 * the service cannot judge, or finds wrong without a better one, is the partner's to keep: it is refused, if at all, when
 * the customer is created. Raises RestError `address` for a refusal, as before 2021-05-17.
 */
export const checkAddress = async (client: Client, address: Address): Promise<AddressAnswer> => {
  const call = {
    method: 'POST',
    path: 'validations/address',
    body: asked(address),
    token: 'app',
    asks: true,
  } as const;
  const found = await client.read(answer, call);
  const suggestions = (found?.suggestedAddresses ?? [])
    .flatMap((one) => suggested(one, address) ?? [])
    .filter((one) => !same(one, address));
  return suggestions.length === 0
    ? { status: 'accepted' }
    : { status: 'suggested', suggestions: suggestions.slice(0, 3) };
};
