import type { Draft, Fault, Faults } from '../model/draft.ts';
import type { OrderedOffer } from '../model/stages.ts';
import { cartRows, cartValues, rowNames } from './cartRows.ts';
import { keepInputs, reopen } from './draftFlow.ts';
import { type AnswerRefusal, refusalFault, type SectionId, sectionIds } from './section.ts';
import type { InputTable } from './sectionInputs.ts';
import type { FaultField } from '../partner-center/rules/fault.ts';
import { type CountryRules, registrationIds } from '../partner-center/rules/countries.ts';
import type { SubmissionRequest } from '../model/submission.ts';

/** The name by which a refusal of Partner Center is about each input. */
const fieldOfInput = {
  country: { country: 'country' },
  company: {
    companyName: 'companyName',
    domainPrefix: 'domainPrefix',
    addressLine1: 'addressLine1',
    addressLine2: 'addressLine2',
    city: 'city',
    state: 'state',
    postalCode: 'postalCode',
    culture: 'culture',
    registrationNumber: 'registrationNumber',
    organizationPhone: 'organizationPhone',
    qualification: 'never refused',
    gdap: 'never refused',
  },
  qualification: { educationSegment: 'never refused', website: 'website', validationCode: 'validationCode' },
  contact: { firstName: 'firstName', lastName: 'lastName', email: 'email', phoneNumber: 'phoneNumber' },
  agreement: {
    accepted: 'never refused',
    dateAccepted: 'dateAccepted',
    signer: 'never refused',
    signatory: 'never refused',
  },
  // No refusal says which person it is about: the primary contact is asked again.
  signer: {
    firstName: 'never refused',
    lastName: 'never refused',
    email: 'never refused',
    phoneNumber: 'never refused',
  },
  reseller: { reseller: 'reseller' },
  subscriptions: {},
} as const satisfies InputTable<FaultField | 'never refused'>;

/** An input, and the section that asks it. */
interface InputPlace {
  readonly id: SectionId;
  readonly input: string;
}

type FieldTable = typeof fieldOfInput;
type RefusedField = { [S in keyof FieldTable]: FieldTable[S][keyof FieldTable[S]] }[keyof FieldTable];

// A field of a fault that no input has does not compile: its refusals would land nowhere.
const placeOfField: Readonly<Record<FaultField, InputPlace>> = Object.fromEntries(
  sectionIds.flatMap((id) => Object.entries(fieldOfInput[id]).map(([input, field]) => [field, { id, input }])),
) as Record<RefusedField, InputPlace>;

const isFaultField = (name: string): name is FaultField => Object.hasOwn(placeOfField, name);

/** Reopens the section of the refused answer, with the fault beside it; unchanged where the refusal names no answer. */
export function reopenRefusedAnswer(draft: Draft, refused: AnswerRefusal): Draft {
  const field = refused.field ?? (refused.reason.startsWith('domain-') ? 'domainPrefix' : undefined);
  if (field === undefined || !isFaultField(field)) return draft;
  const { id, input } = placeOfField[field];
  return reopenAnswer(draft, id, { [input]: refusalFault(refused) });
}

/** Reopens an accepted section with these faults beside its answers. */
export const reopenAnswer = (draft: Draft, id: SectionId, faults: Faults): Draft =>
  reopen(keepInputs(draft, id, draft.accepted[id] ?? {}, faults), id);

/** Reopens an order's cart with its refused lines alone, each with its fault; `lines` are those that were ordered. */
export function reopenRefusedLines(draft: Draft, lines: readonly Pick<OrderedOffer, 'fault'>[]): Draft {
  const rows = cartRows(draft.accepted['subscriptions'] ?? {}).map((row, index) => ({
    row,
    fault: lines[index]?.fault,
  }));
  const refused = rows.flatMap(({ row, fault }) => (fault === undefined ? [] : [{ row, fault }]));
  const faults = Object.fromEntries(
    refused.map(({ fault }, index): [string, Fault] => [rowNames(index).count, refusalFault(fault)]),
  );
  const values = cartValues(refused.map(({ row }) => row));
  return reopen(keepInputs(draft, 'subscriptions', values, faults), 'subscriptions');
}

/** A refusal's reason and the answer it names. */
type RefusalCause = { readonly reason: string; readonly field?: string | undefined } | undefined;

/** Inputs that only some countries ask; Partner Center may require them elsewhere too (600049, 600051). */
const optionalFields = ['registrationNumber', 'organizationPhone'] as const;

/** Makes the draft ask for an input its country's rules do not; the same draft for any other input. */
function requireInput(draft: Draft, country: string, input: string | undefined): Draft {
  if (input === undefined || !optionalFields.some((name) => name === input)) return draft;
  const before = draft.alsoAsked?.country === country ? draft.alsoAsked.fields : [];
  return before.includes(input) ? draft : { ...draft, alsoAsked: { country, fields: [...before, input] } };
}

/** Makes a refused customer's draft ask for the optional inputs it sent, and for the one the refusal names. */
export function requireRefusedInputs(draft: Draft, { customer }: SubmissionRequest, fault: RefusalCause): Draft {
  const { country } = customer.address;
  const sent = [
    ...(customer.organizationRegistrationNumber === undefined || fault?.reason === 'registration-unwanted'
      ? []
      : ['registrationNumber']),
    ...(customer.organizationPhone === undefined ? [] : ['organizationPhone']),
  ];
  const missed = fault?.reason === 'registration-unwanted' ? undefined : fault?.field;
  return [...sent, missed].reduce((so, input) => requireInput(so, country, input), draft);
}

/** The country's rules with the inputs the draft asks besides; inputs required in another country do not count. */
export function rulesWithExtraInputs(rules: CountryRules, { alsoAsked }: Pick<Draft, 'alsoAsked'>): CountryRules {
  if (alsoAsked?.country !== rules.country) return rules;
  const { fields } = alsoAsked;
  return {
    ...rules,
    ...(fields.includes('registrationNumber')
      ? { registration: rules.registration ?? registrationRulesOf(rules.country) }
      : {}),
    organizationPhoneRequired: rules.organizationPhoneRequired || fields.includes('organizationPhone'),
  };
}

function registrationRulesOf(country: string): NonNullable<CountryRules['registration']> {
  const { asked: _asked, ...ids } = registrationIds(country) ?? { asked: false, types: [] };
  return ids;
}
