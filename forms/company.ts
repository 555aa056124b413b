import { buttons, button, command } from '../cards/buttons.ts';
import { paragraph, row } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { companyNameFault } from '../partner-center/companyName.ts';
import { type CountryRules, countryName, languageName } from '../partner-center/countries.ts';
import { invitationRefusal } from '../partner-center/invitation.ts';
import { domainPrefixFault, normalDomainPrefix, similarPrefix } from '../partner-center/domainPrefix.ts';
import { addressFields } from './addressFields.ts';
import { checkCompany } from './companyCheck.ts';
import type { Context } from './context.ts';
import { choice, normalText, text, toggle, type Field } from './field.ts';
import { form } from './form.ts';
import { kept } from './kept.ts';
import { qualifications } from './qualification.ts';
import { registrationFields } from './registrationFields.ts';

/**
 * The customer's company: name, primary domain, address, language, and what its country and cloud ask besides. Of one
 * that exists only what may change is asked: its domain never does.
 */
export const company = form({
  id: 'company',
  defaults: ({ rules }) => ({ culture: rules.defaultCulture, qualification: 'none', gdap: 'true' }),
  intro: ({ words, context, token }) => [country(words, context, token), ...domain(words, context)],
  fields: (context) =>
    context.purpose === undefined
      ? {
          companyName,
          domainPrefix: domainPrefix(context.cloud.suffix),
          ...countryFields(context.rules),
          ...registrationFields(context.rules),
          ...(context.cloud.qualification ? { qualification } : {}),
          ...(context.cloud.gdap ? { gdap } : {}),
        }
      : { companyName, ...countryFields(context.rules) },
  wayOn: ({ key }, { context, words, token }) => {
    if (key === 'fault.domainOwn') return [buttons(button(words.t('button.customers'), command('customers')))];
    return key === 'fault.domainTaken' && invitationRefusal(context.partner) === undefined
      ? [buttons(button(words.t('button.invite'), { verb: 'invite', token }))]
      : [];
  },
  check: checkCompany,
  fitted: (values, { rules }) =>
    values['culture'] === undefined || rules.cultures.includes(values['culture'])
      ? values
      : { ...values, culture: rules.defaultCulture },
});

/** The country this is for, with the way back to it, which says what it is; both labelled would leave a phone no room. */
function country({ t, locale }: Words, context: Context, token: string) {
  const name = countryName(context.country, locale);
  const isFixed = context.market.length === 1 || context.purpose?.country !== undefined;
  if (isFixed) return paragraph(t('company.country', { country: name }));
  return row([paragraph(name)], [buttons(button(t('button.changeCountry'), { verb: 'changeCountry', token }))]);
}

/** The domain of a customer that exists, fixed. */
const domain = ({ t }: Words, { purpose }: Context) =>
  purpose === undefined ? [] : [paragraph(t('account.domain', { domain: purpose.customer.domain }))];

const nameKeys = {
  'too-short': 'fault.nameTooShort',
  'too-long': 'fault.nameTooLong',
  'only-special': 'fault.nameOnlySpecial',
  abbreviation: 'fault.nameAbbreviation',
  'looks-like-domain': 'fault.nameDomain',
  repeated: 'fault.nameRepeated',
  spaced: 'fault.nameSpaced',
} as const;

const companyName = text(255, {
  rule: (value) => {
    const found = companyNameFault(value);
    return found === undefined ? undefined : nameKeys[found];
  },
});

const qualification = choice(qualifications.map((value) => ({ value, title: ({ t }) => t(`qualification.${value}`) })));

const gdap = toggle();

/** The prefix is typed; the cloud's suffix stands fixed beside it. A pasted full name loses its suffix. */
const domainPrefix = kept((suffix: string): Field => {
  const typed = normalText(255, (value) => normalDomainPrefix(value, suffix), {
    placeholder: 'company.domainPlaceholder',
    rule: (value) => {
      if (domainPrefixFault(value) === undefined) return undefined;
      const suggestion = similarPrefix(value);
      return suggestion === undefined ? 'fault.domainPrefix' : { key: 'fault.domainPrefixLike', data: { suggestion } };
    },
  });
  return {
    ...typed,
    input: (view) => row([typed.input(view)], [paragraph(suffix)], 'Bottom'),
    shown: (value) => value + suffix,
  };
});

/** What the customer's country decides. */
const countryFields = kept((rules: CountryRules) => ({
  ...addressFields(rules),
  culture: choice(
    rules.cultures.map((culture) => ({ value: culture, title: ({ locale }) => languageName(culture, locale) })),
  ),
}));
