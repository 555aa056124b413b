import { personNameFault } from '../partner-center/personName.ts';
import { email, phone } from './contactField.ts';
import type { Context } from './context.ts';
import { text } from './field.ts';
import { kept } from './kept.ts';

const name = text(50, { rule: (value) => (personNameFault(value) === undefined ? undefined : 'fault.personName') });
const emailOutside = kept(email);
const phoneOf = kept((country: string) => phone(country, { optional: true }));

/** The four questions asked of a person: the primary contact, or the signer. */
export const personFields = (context: Context) => ({
  firstName: name,
  lastName: name,
  email: emailOutside(context.partner.domains),
  phoneNumber: phoneOf(context.country),
});
