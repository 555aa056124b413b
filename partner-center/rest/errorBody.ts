import * as z from 'zod';
import type { FaultField } from '../rules/fault.ts';
import type { CallSubject } from './faultCodes.ts';
import { defined } from '../../lib/optional.ts';

/** Error body of a call; without `status` there was no response at all. */
export interface ErrorBody {
  readonly status?: number;
  /** Partner Center's own, always as text: the service sends numbers and texts. */
  readonly code?: string;
  readonly description?: string;
  /** `property: reason` lines. */
  readonly data: readonly string[];
  /** Seconds that Partner Center asks to wait. */
  readonly retryAfter?: number;
  /** The response is none of the documented ones. */
  readonly unreadable?: true;
}

const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(undefined);

const lines = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
  .nullish()
  .catch(undefined);

// Three documented shapes, and the one of the gateways in front: { error: { code, message } }.
const errorBodySchema = z.object({
  code: text,
  errorCode: text,
  description: text,
  message: text,
  data: lines,
  error: z.object({ code: text, message: text }).nullish().catch(undefined),
});

/** The `reason` in a description that is JSON, as the address check sent before 2021-05-17. */
const innerReason = (description: string): string | undefined => {
  const [, reason] = /^\s*\{.*?"reason"\s*:\s*("(?:[^"\\]|\\.)*")/s.exec(description.slice(0, 4000)) ?? [];
  if (reason === undefined) return undefined;
  try {
    return z.string().parse(JSON.parse(reason));
  } catch {
    return undefined;
  }
};

const entities: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

const unescapeEntities = (said: string): string =>
  said.replace(/&(?:#39|quot|amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** Parses an error body in any of its shapes, or a bare sentence; any other body counts as empty. */
export const parseErrorBody = (status: number, answer: unknown, retryAfter?: number): ErrorBody => {
  const known = errorBodySchema.safeParse(answer).data;
  const said = known?.code ?? known?.errorCode ?? known?.error?.code ?? '';
  // The code appears in messages and logs, so any other text is dropped.
  const code = /^[\w.-]{1,60}$/.test(said) ? said : undefined;
  const sentence =
    typeof answer === 'string' ? answer : (known?.description ?? known?.message ?? known?.error?.message);
  const description = sentence ? unescapeEntities(innerReason(sentence) ?? sentence) : undefined;
  return {
    status,
    data: known?.data ?? [],
    ...defined({ code, description, retryAfter }),
  };
};

// The service's names of fields: "property_name: StateInvalid", "billingProfile.defaultAddress.addressLine1",
// "NotificationEmailAddress: … is invalid", "Invalid email". Words are compared: "United States" is no state.
const fieldNames: readonly (readonly [words: string, FaultField])[] = [
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

/** Fields that a call sends, by its subject; a refusal can only be about one of these, whatever words it uses. */
const carriedFields: Readonly<Partial<Record<CallSubject, readonly FaultField[]>>> = {
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

/** True when a call of that subject sends that field. */
export const carriesField = (field: FaultField, subject: CallSubject): boolean =>
  carriedFields[subject]?.includes(field) ?? false;

/** Words of a text in lower case, with `camelCase`, `snake_case` and `dotted.paths` split. */
const wordsOf = (text: string): string =>
  ` ${text
    .slice(0, 300)
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{L})(?=\d)|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .toLowerCase()
    .trim()} `;

/** The field named first in a text; of two at the same place, the longer name. */
const firstField = (text: string, subject: CallSubject): FaultField | undefined => {
  const words = wordsOf(text);
  const found = fieldNames
    .filter(([, field]) => carriesField(field, subject))
    .map(([name, field]) => ({ at: words.indexOf(` ${name} `), field }))
    .filter(({ at }) => at !== -1);
  return found.toSorted((one, other) => one.at - other.at)[0]?.field;
};

/** Form field that a refusal names by its property; undefined when it names no field that was sent. */
export const namedField = ({ data, description = '' }: ErrorBody, subject: CallSubject): FaultField | undefined =>
  [...data, description].map((line) => firstField(line, subject)).find((field) => field !== undefined);

/** True for parts of a postal address. */
export const isAddressField = (field: FaultField): boolean => addressParts.includes(field);
