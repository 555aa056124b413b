import type { MessageKey } from '../locales/words.ts';
import { personNameFault } from '../partner-center/personName.ts';
import { email, phone } from './contactField.ts';
import type { Context } from './context.ts';
import { text } from './field.ts';
import { kept } from './kept.ts';

const name = (fault: MessageKey) =>
  text(50, { rule: (value) => (personNameFault(value) === undefined ? undefined : fault) });
const firstName = name('fault.firstName');
const lastName = name('fault.lastName');
const emailOutside = kept(email);
const phoneOf = kept((country: string) => phone(country, { optional: true }));

/** The four questions asked of a person: the primary contact, or the signer. */
export const personFields = (context: Context) => ({
  firstName,
  lastName,
  email: emailOutside(context.partner.domains),
  phoneNumber: phoneOf(context.country),
});
