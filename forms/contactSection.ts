import { wholeName } from '../cards/labels.ts';
import type { MessageKey, Words } from '../locales/words.ts';
import { emailFault, normalEmail, normalPhone, personNameFault, shownPhone } from '../partner-center/rules/contact.ts';
import { answerSchema, type Field, normalText, text, textInput } from './field.ts';
import type { Context, InputTexts } from './context.ts';
import { memoize } from '../lib/memoize.ts';
import { form } from './form.ts';

/** An e-mail address outside microsoft.com and the partner's own domains (create-a-customer, billingProfile.email). */
export function emailField(partnerDomains: readonly string[]): Field {
  const keys = { invalid: 'fault.email', microsoft: 'fault.emailMicrosoft', 'own-domain': 'fault.emailOwn' } as const;
  return normalText(254, normalEmail, {
    style: 'Email',
    rule: (value) => {
      const found = emailFault(value, partnerDomains);
      return found === undefined ? undefined : keys[found];
    },
  });
}

/** A phone number, national or international, kept in E.164. */
export function phoneField(country: string, options: { readonly optional?: boolean } = {}): Field {
  const max = 80;
  const optional = options.optional ?? false;
  const schema = answerSchema({ max, optional }, (value) =>
    normalPhone(value, country) === undefined ? 'fault.phone' : undefined,
  ).transform((value) => (value === '' ? '' : (normalPhone(value, country) ?? value)));
  const input = textInput(max, { style: 'Tel' });
  return {
    schema,
    optional,
    input: (view) => input({ ...view, value: typedPhone(view.value, view.words) }),
    format: formatPhone,
  };
}

/** A kept number as people type it, which is taken again; any other text as it was typed. */
const typedPhone = (value: string, words: Words): string =>
  /^\+\d+(?:;ext=\d+)?$/.test(value) ? formatPhone(value, words).replaceAll('\u00A0', ' ') : value;

/** A phone number as it is read, on one line. */
function formatPhone(kept: string, { t }: Words): string {
  const { number: spaced, extension } = shownPhone(kept);
  const number = spaced.replaceAll(' ', '\u00A0');
  return extension === undefined ? number : t('form.extension', { number, extension });
}

const nameField = (fault: MessageKey) =>
  text(50, { rule: (value) => (personNameFault(value) === undefined ? undefined : fault) });
const firstName = nameField('fault.firstName');
const lastName = nameField('fault.lastName');
const contactEmail = memoize(emailField);
const contactPhone = memoize((country: string) => phoneField(country, { optional: true }));

/** The four fields of a person: the primary contact, or the signer. */
export const personFields = (context: Context) => ({
  firstName,
  lastName,
  email: contactEmail(context.partner.domains),
  phoneNumber: contactPhone(context.country),
});

/** A person on one line: the name, then the address and phone. */
export function personTogether(
  { firstName = '', lastName = '', email = '', phoneNumber = '' }: InputTexts<keyof ReturnType<typeof personFields>>,
  words: Words,
) {
  const reach = [email, ...(phoneNumber === '' ? [] : [formatPhone(phoneNumber, words)])];
  const fact = { label: '', name: wholeName(firstName, lastName), value: reach.join(' · ') };
  return { facts: [fact], fields: ['firstName', 'lastName', 'email', 'phoneNumber'] as const };
}

/** The customer's primary contact. */
export const contactSection = form({
  id: 'contact',
  fields: personFields,
  together: (answers, _context, words) => personTogether(answers, words),
});
