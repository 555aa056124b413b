import type { Words } from '../locales/words.ts';
import { emailFault, normalEmail } from '../partner-center/email.ts';
import { normalPhone, shownPhone } from '../partner-center/phone.ts';
import { answerSchema } from './answerSchema.ts';
import { normalText, textInput, type Field } from './field.ts';

/** An e-mail address outside microsoft.com and the partner's own domains (create-a-customer, billingProfile.email). */
export function email(partnerDomains: readonly string[]): Field {
  const keys = { invalid: 'fault.email', microsoft: 'fault.emailMicrosoft', 'own-domain': 'fault.emailOwn' } as const;
  return normalText(254, normalEmail, {
    style: 'Email',
    rule: (value) => {
      const found = emailFault(value, partnerDomains);
      return found === undefined ? undefined : keys[found];
    },
  });
}

/** A phone number of the country or an international one, kept in E.164. */
export function phone(country: string, options: { readonly optional?: boolean } = {}): Field {
  const max = 80;
  const optional = options.optional ?? false;
  const schema = answerSchema({ max, optional }, (value) =>
    normalPhone(value, country) === undefined ? 'fault.phone' : undefined,
  ).transform((value) => (value === '' ? '' : (normalPhone(value, country) ?? value)));
  return { schema, optional, input: textInput(max, { style: 'Tel' }), shown: phoneWords };
}

function phoneWords(kept: string, { t }: Words): string {
  const { number, extension } = shownPhone(kept);
  return extension === undefined ? number : t('form.extension', { number, extension });
}
