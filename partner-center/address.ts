import * as z from 'zod';
import type { CountryRules } from './countries.ts';
import { dataFile } from './data.ts';
import type { Address, AddressAnswer } from './partnerCenter.ts';
import { postalCodeFault } from './postalCode.ts';
import { textFault } from './text.ts';

const schema = z.object({
  country: z.string(),
  addressLine1: z.string(),
  city: z.string(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
});

const documented = dataFile(
  'addresses',
  z.array(z.object({ original: schema, suggestions: z.array(schema.required()) })),
);

const isFilled = (text: string, most: number): boolean => text.trim() !== '' && text.length <= most;

const isState = (rules: CountryRules, state = ''): boolean => {
  if (state === '') return !rules.stateRequired;
  return rules.states.length === 0 || rules.states.includes(state);
};

/** The first field of an address that breaks its country's rules; line 1 has 1 to 200 characters, line 2 at most 200. */
export const addressFault = (rules: CountryRules, address: Address): keyof Address | undefined => {
  if (address.country !== rules.country) return 'country';
  if (!isFilled(address.addressLine1, 200)) return 'addressLine1';
  if ((address.addressLine2 ?? '').length > 200) return 'addressLine2';
  if (rules.cityRequired && !isFilled(address.city, 200)) return 'city';
  if (!isState(rules, address.state)) return 'state';
  if (postalCodeFault(rules, address.postalCode ?? '') !== undefined) return 'postalCode';
  const fields = ['addressLine1', 'addressLine2', 'city', 'state'] as const;
  return fields.find((field) => textFault(address[field] ?? '') !== undefined);
};

const place = ({ country, addressLine1, city, state, postalCode }: z.infer<typeof schema> | Address): string =>
  [addressLine1, city, state ?? '', postalCode ?? '', country].join('\n').toLowerCase();

/** The address check's documented answers (developer/validate-an-address); every other address is accepted. */
export const documentedAnswer = (address: Address): AddressAnswer => {
  const asked = place(address);
  const known = documented().find(({ original }) => place(original) === asked);
  if (known === undefined) return { status: 'accepted' };
  const { addressLine2 } = address;
  const line2 = addressLine2 === undefined ? {} : { addressLine2 };
  return { status: 'suggested', suggestions: known.suggestions.map((suggestion) => ({ ...suggestion, ...line2 })) };
};
