import type { FaultField } from '../fault.ts';
import type { CallSubject } from './callSubject.ts';
import type { Problem } from './problem.ts';

// How the service names what is wrong: "property_name: StateInvalid", "billingProfile.defaultAddress.addressLine1",
// "NotificationEmailAddress: … is invalid", "Invalid email". Words are compared: "United States" is no state.
const names: readonly (readonly [words: string, FaultField])[] = [
  ['address line 2', 'addressLine2'],
  ['address line', 'addressLine1'],
  ['street', 'addressLine1'],
  ['zip', 'postalCode'],
  ['postal code', 'postalCode'],
  ['state', 'state'],
  ['province', 'state'],
  ['city', 'city'],
  ['organization registration', 'registrationNumber'],
  ['registration id', 'registrationNumber'],
  ['company name', 'companyName'],
  ['first name', 'firstName'],
  ['last name', 'lastName'],
  ['email', 'email'],
  ['e mail', 'email'],
  ['phone', 'phoneNumber'],
  ['culture', 'culture'],
  ['language', 'culture'],
  ['date agreed', 'dateAccepted'],
  ['date of agreement', 'dateAccepted'],
  ['validation code', 'validationCode'],
  ['website', 'website'],
  ['domain', 'domainPrefix'],
  ['associated partner', 'reseller'],
  ['country', 'country'],
];

const addressParts: readonly FaultField[] = ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode'];

/** Answers of the partner's that a call carries; others it cannot be about, whatever words it uses. */
const carried: Readonly<Partial<Record<CallSubject, readonly FaultField[]>>> = {
  customer: [
    ...addressParts,
    'country',
    'companyName',
    'domainPrefix',
    'registrationNumber',
    'organizationPhone',
    'culture',
    'firstName',
    'lastName',
    'email',
    'phoneNumber',
    'reseller',
  ],
  billing: [
    ...addressParts,
    'country',
    'companyName',
    'registrationNumber',
    'organizationPhone',
    'culture',
    'firstName',
    'lastName',
    'email',
    'phoneNumber',
  ],
  address: [...addressParts, 'country'],
  domain: ['domainPrefix'],
  agreement: ['dateAccepted'],
  qualification: ['website', 'validationCode'],
  reseller: ['reseller'],
  order: ['reseller'],
};

/** May a call of that kind be about that answer? */
export const isCarried = (field: FaultField, subject: CallSubject): boolean =>
  carried[subject]?.includes(field) ?? false;

/** Words of a text, in small letters: those inside `camelCase`, `snake_case` and `dotted.paths` too. */
const wordsOf = (text: string): string =>
  ` ${text
    .slice(0, 300)
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .toLowerCase()
    .trim()} `;

/** The one that is named first; where two begin at once, the longer one. */
const firstIn = (text: string, subject: CallSubject): FaultField | undefined => {
  const words = wordsOf(text);
  const found = names
    .filter(([, field]) => isCarried(field, subject))
    .map(([name, field]) => ({ at: words.indexOf(` ${name} `), field }))
    .filter(({ at }) => at !== -1);
  return found.toSorted((one, other) => one.at - other.at)[0]?.field;
};

/** The answer of the forms that a refusal names, by the property it prints; undefined where it names none that was sent. */
export const namedField = ({ data, description = '' }: Problem, subject: CallSubject): FaultField | undefined =>
  [...data, description].map((line) => firstIn(line, subject)).find((field) => field !== undefined);

/** Is it a part of a postal address? */
export const isOfAddress = (field: FaultField): boolean => addressParts.includes(field);
