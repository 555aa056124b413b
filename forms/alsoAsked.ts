import type { CountryRules } from '../partner-center/countries.ts';
import { registrationIds } from '../partner-center/countryTable.ts';
import type { Draft } from '../storage/draft.ts';
import type { SubmissionRequest } from '../storage/jobs.ts';

/** What is known of a refusal. */
type FaultOf = { readonly reason: string; readonly field?: string | undefined } | undefined;

/** Inputs that only some countries have, and Partner Center may miss in others (600049, 600051). */
const optionalFields = ['registrationNumber', 'organizationPhone'] as const;

/** The draft asks for that input from now on, where its country's rules do not; the draft itself for any other input. */
export function askedAlso(draft: Draft, country: string, input: string | undefined): Draft {
  if (input === undefined || !optionalFields.some((name) => name === input)) return draft;
  const before = draft.alsoAsked?.country === country ? draft.alsoAsked.fields : [];
  return before.includes(input) ? draft : { ...draft, alsoAsked: { country, fields: [...before, input] } };
}

/** The draft of a customer that was refused: it asks for what was sent of these inputs before, and for the one that was missed now. */
export function askedAgain(draft: Draft, { customer }: SubmissionRequest, fault: FaultOf): Draft {
  const { country } = customer.address;
  const sent = [
    ...(customer.organizationRegistrationNumber === undefined || fault?.reason === 'registration-unwanted'
      ? []
      : ['registrationNumber']),
    ...(customer.organizationPhone === undefined ? [] : ['organizationPhone']),
  ];
  const missed = fault?.reason === 'registration-unwanted' ? undefined : fault?.field;
  return [...sent, missed].reduce((so, input) => askedAlso(so, country, input), draft);
}

/** The rules of the country, with what a draft was asked for besides; what was missed of another country does not matter. */
export function askingAlso(rules: CountryRules, { alsoAsked }: Pick<Draft, 'alsoAsked'>): CountryRules {
  if (alsoAsked?.country !== rules.country) return rules;
  const { fields } = alsoAsked;
  return {
    ...rules,
    ...(fields.includes('registrationNumber') ? { registration: rules.registration ?? missed(rules.country) } : {}),
    organizationPhoneRequired: rules.organizationPhoneRequired || fields.includes('organizationPhone'),
  };
}

function missed(country: string): NonNullable<CountryRules['registration']> {
  const { asked: _asked, ...ids } = registrationIds(country) ?? { asked: false, types: [] };
  return ids;
}
