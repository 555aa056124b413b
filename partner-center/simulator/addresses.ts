import { addressFault, documentedAnswer } from '../address.ts';
import { knownRules } from '../countryTable.ts';
import type { Address } from '../partnerCenter.ts';
import { type Handler, ok, parseBody } from './call.ts';
import { contactAddress } from './world.ts';

const statuses = ['InteractionRequired', 'StreetPartial', 'PremisesPartial', 'Multiple', 'None', 'NotValidated'];

const validationMessage = "Address field invalid for property: 'Region', 'PostalCode', 'City'";

interface Judgement {
  readonly status: string;
  readonly suggestedAddresses: readonly Address[];
  readonly validationMessage?: string;
}

const houses = ['1', '2', '3'];

// An address line that begins with a status is answered with it, so that each can be seen.
const scripted = (status: string, address: Address): Judgement => {
  const street = (number: string): Address => ({ ...address, addressLine1: `${number} ${status} Street` });
  const better = status === 'None' || status === 'NotValidated' ? [] : houses.slice(0, status === 'Multiple' ? 3 : 1);
  return { status, suggestedAddresses: better.map(street), validationMessage };
};

const judged = (address: Address): Judgement => {
  const status = statuses.find((name) => address.addressLine1.startsWith(name));
  if (status !== undefined) return scripted(status, address);
  const documented = documentedAnswer(address);
  if (documented.status === 'suggested') {
    const whole = documented.suggestions.some(({ addressLine1 }) => addressLine1 === address.addressLine1);
    const suggestedAddresses = documented.suggestions;
    return whole
      ? { status: 'VerifiedShippable', suggestedAddresses }
      : { status: 'StreetPartial', suggestedAddresses, validationMessage };
  }
  const rules = knownRules(address.country);
  if (rules === undefined) return { status: 'NotValidated', suggestedAddresses: [] };
  return addressFault(rules, address) === undefined
    ? { status: 'VerifiedShippable', suggestedAddresses: [address] }
    : { status: 'None', suggestedAddresses: [], validationMessage };
};

/** POST validations/address: 200 in every case; what it thinks is in `status`. */
export const validateAddress: Handler = (call) => {
  const originalAddress = parseBody(call.body, contactAddress);
  return ok({ originalAddress, ...judged(originalAddress) });
};
