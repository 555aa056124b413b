import { nothingLeft } from '../../lib/complete.ts';
import { defined } from '../../lib/optional.ts';
import type { Address } from '../rules/addressRules.ts';
import { type ContactPerson, restPhone } from '../rules/contact.ts';

/** An address in the body of a call. Never `region`: a US address that has one is refused as 27002 StateInvalid. */
export const addressBody = ({ country, addressLine1, addressLine2, city, state, postalCode, ...others }: Address) => {
  nothingLeft(others);
  return {
    addressLine1,
    city,
    ...defined({ addressLine2, state, postalCode }),
    country,
  };
};

/** A person in the body of a call; phone numbers of `country` are sent without their calling code. */
export const personBody = ({ firstName, lastName, email, phone, ...others }: ContactPerson, country: string) => {
  nothingLeft(others);
  return {
    firstName,
    lastName,
    email,
    ...defined({ phoneNumber: phone === undefined ? undefined : restPhone(phone, country) }),
  };
};
