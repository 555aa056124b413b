import { personNameFault } from '../partner-center/personName.ts';
import { email, phone, text } from './field.ts';
import type { Context } from './context.ts';

const name = () =>
  text(50, { rule: (value) => (personNameFault(value) === undefined ? undefined : 'fault.personName') });

/** The four questions asked of a person: the primary contact, or the signer. */
export const personFields = (context: Context) => ({
  firstName: name(),
  lastName: name(),
  email: email(context.partner.domains),
  phoneNumber: phone(context.country, { optional: true }),
});
