import * as z from 'zod';
import { addressParts } from '../../model/address.ts';
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

interface FieldMentions {
  /** Words by which the service names the field; none where no sentence of its names it. */
  readonly words: readonly string[];
  /** Calls that send the field: a refusal can only be about one that was sent, whatever words it uses. */
  readonly calls: readonly CallSubject[];
}

const place: readonly CallSubject[] = ['customer', 'billing', 'address'];
const profile: readonly CallSubject[] = ['customer', 'billing'];

// The service's names of fields: "property_name: StateInvalid", "billingProfile.defaultAddress.addressLine1",
// "NotificationEmailAddress: … is invalid", "Invalid email". Words are compared: "United States" is no state.
const fieldMentions: Readonly<Record<FaultField, FieldMentions>> = {
  country: { words: ['country'], calls: place },
  companyName: { words: ['company name'], calls: profile },
  domainPrefix: { words: ['domain'], calls: ['customer', 'domain'] },
  addressLine1: { words: ['address line', 'street'], calls: place },
  addressLine2: { words: ['address line 2'], calls: place },
  city: { words: ['city'], calls: place },
  state: { words: ['state', 'province'], calls: place },
  postalCode: { words: ['zip', 'postal code'], calls: place },
  registrationNumber: { words: ['organization registration', 'registration id'], calls: profile },
  // Named by its code alone: of two phones the sentence does not say which.
  organizationPhone: { words: [], calls: profile },
  culture: { words: ['culture', 'language'], calls: profile },
  firstName: { words: ['first name'], calls: profile },
  lastName: { words: ['last name'], calls: profile },
  email: { words: ['email', 'e mail'], calls: profile },
  phoneNumber: { words: ['phone'], calls: profile },
  dateAccepted: { words: ['date agreed', 'date of agreement'], calls: ['agreement'] },
  reseller: { words: ['associated partner'], calls: ['customer', 'reseller', 'order'] },
  website: { words: ['website'], calls: ['qualification'] },
  validationCode: { words: ['validation code'], calls: ['qualification'] },
};

const fieldEntries = Object.entries(fieldMentions) as [FaultField, FieldMentions][];

/** True when a call of that subject sends that field. */
export const carriesField = (field: FaultField, subject: CallSubject): boolean =>
  fieldMentions[field].calls.includes(subject);

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
  const found = fieldEntries
    .filter(([field]) => carriesField(field, subject))
    .flatMap(([field, { words: names }]) => names.map((name) => ({ field, name, at: words.indexOf(` ${name} `) })))
    .filter(({ at }) => at !== -1);
  return found.toSorted((one, other) => one.at - other.at || other.name.length - one.name.length)[0]?.field;
};

/** Form field that a refusal names by its property; undefined when it names no field that was sent. */
export const namedField = ({ data, description = '' }: ErrorBody, subject: CallSubject): FaultField | undefined =>
  [...data, description].map((line) => firstField(line, subject)).find((field) => field !== undefined);

/** True for parts of a postal address. */
export const isAddressField = (field: FaultField): boolean => addressParts.some((part) => part === field);
