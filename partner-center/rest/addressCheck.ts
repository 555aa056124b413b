import * as z from 'zod';
import type { Address, AddressCheckResult } from '../rules/addressRules.ts';
import { complete, shapeOf } from '../../lib/complete.ts';
import { defined } from '../../lib/optional.ts';
import { harmlessText } from '../../lib/text.ts';
import { addressKeys } from '../../model/address.ts';
import type { RestClient } from './client.ts';
import { addressBody } from './profileBodies.ts';

const optionalText = z.string().nullish();

const placeSchema = z.object({ ...shapeOf(addressKeys, optionalText), region: optionalText });

const checkSchema = z.object({
  status: z.string(),
  suggestedAddresses: z.array(placeSchema).nullish().catch(undefined),
  validationMessage: optionalText.catch(undefined),
});
type AddressCheck = z.infer<typeof checkSchema>;

const nonEmpty = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || text.trim() === '' ? undefined : text.trim();

/** Country of a suggestion when it is not the address's own. */
const elsewhereOf = ({ country }: z.infer<typeof placeSchema>, mine: Address): string | undefined => {
  const found = nonEmpty(country)?.toUpperCase();
  return found === mine.country ? undefined : found;
};

/**
 * A suggestion completed from the partner's own address; undefined when it has no street or city, or is in another
 * country.
 */
const suggestionOf = (found: z.infer<typeof placeSchema>, mine: Address): Address | undefined => {
  const addressLine1 = nonEmpty(found.addressLine1);
  const city = nonEmpty(found.city);
  if (addressLine1 === undefined || city === undefined || elsewhereOf(found, mine) !== undefined) return undefined;
  const state = nonEmpty(found.state) ?? nonEmpty(found.region) ?? mine.state;
  const postalCode = nonEmpty(found.postalCode) ?? mine.postalCode;
  const addressLine2 = nonEmpty(found.addressLine2) ?? mine.addressLine2;
  return complete<Address>({ country: mine.country, addressLine1, addressLine2, city, state, postalCode });
};

const isSameAddress = (one: Address, other: Address): boolean =>
  JSON.stringify(addressBody(one)).toLowerCase() === JSON.stringify(addressBody(other)).toLowerCase();

/** Statuses of an address that is confirmed as it is. */
const verifiedStatuses: ReadonlySet<string> = new Set(['verifiedshippable', 'verified']);

/** Result of a check without suggestions. */
const withoutSuggestion = (
  { status, validationMessage, suggestedAddresses }: AddressCheck,
  mine: Address,
): AddressCheckResult => {
  const name = status.toLowerCase();
  if (name === 'notvalidated') return { status: 'unchecked' };
  const elsewhere = suggestedAddresses?.map((one) => elsewhereOf(one, mine)).find((country) => country !== undefined);
  if (verifiedStatuses.has(name) && elsewhere === undefined) return { status: 'accepted' };
  const said = nonEmpty(validationMessage);
  return {
    status: 'unconfirmed',
    ...(said === undefined ? {} : { said: harmlessText(said) }),
    ...defined({ elsewhere }),
  };
};

/**
 * Checks an address (developer/validate-an-address). Suggestions and unconfirmed addresses are for the partner to
 * decide: an address is refused, if at all, when the customer is created. Raises RestError `address` for a refusal, and
 * `unreadable` for an answer without a status.
 */
export const checkAddress = async (client: RestClient, address: Address): Promise<AddressCheckResult> => {
  const call = {
    method: 'POST',
    path: 'validations/address',
    body: addressBody(address),
    token: 'app',
    asks: true,
  } as const;
  const found = await client.read(checkSchema, call);
  const there = (found.suggestedAddresses ?? []).flatMap((one) => suggestionOf(one, address) ?? []);
  const better = there.filter((one) => !isSameAddress(one, address));
  if (better.length > 0) return { status: 'suggested', suggestions: better.slice(0, 3) };
  // The suggestion equals the address itself.
  return there.length > 0 ? { status: 'accepted' } : withoutSuggestion(found, address);
};
