import * as z from 'zod';
import type { Address, AddressAnswer } from '../partnerCenter.ts';
import { harmlessText } from '../text.ts';
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

const answer = z.object({
  status: z.string(),
  suggestedAddresses: z.array(place).nullish().catch(undefined),
  validationMessage: part.catch(undefined),
});
type Judged = z.infer<typeof answer>;

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

/** The country of a suggestion, where that is another one. */
const elsewhereOf = ({ country }: z.infer<typeof place>, mine: Address): string | undefined => {
  const found = filled(country)?.toUpperCase();
  return found === mine.country ? undefined : found;
};

/**
 * A suggestion with what it leaves out as the partner wrote it; undefined when it has no street or city, or is in another
 * country.
 */
const suggested = (found: z.infer<typeof place>, mine: Address): Address | undefined => {
  const addressLine1 = filled(found.addressLine1);
  const city = filled(found.city);
  if (addressLine1 === undefined || city === undefined || elsewhereOf(found, mine) !== undefined) return undefined;
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

/** Statuses of an address that is known as it is. */
const verified: ReadonlySet<string> = new Set(['verifiedshippable', 'verified']);

/** What there is to say where nothing better is known. */
const plainly = ({ status, validationMessage, suggestedAddresses }: Judged, mine: Address): AddressAnswer => {
  const name = status.toLowerCase();
  if (name === 'notvalidated') return { status: 'unchecked' };
  const elsewhere = suggestedAddresses?.map((one) => elsewhereOf(one, mine)).find((country) => country !== undefined);
  if (verified.has(name) && elsewhere === undefined) return { status: 'accepted' };
  const said = filled(validationMessage);
  return {
    status: 'unconfirmed',
    ...(said === undefined ? {} : { said: harmlessText(said) }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
};

/**
 * Asks the address check (developer/validate-an-address). Better addresses are a question for the partner, and so is an
 * address that is not confirmed: it is refused, if at all, when the customer is created. Raises RestError `address` for a
 * refusal, and `unreadable` for an answer without a judgement.
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
  const there = (found.suggestedAddresses ?? []).flatMap((one) => suggested(one, address) ?? []);
  const better = there.filter((one) => !same(one, address));
  if (better.length > 0) return { status: 'suggested', suggestions: better.slice(0, 3) };
  // What it suggests is what was asked.
  return there.length > 0 ? { status: 'accepted' } : plainly(found, address);
};
