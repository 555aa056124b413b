import type { Words } from '../locales/words.ts';
import { inReadingOrder } from './readingOrder.ts';

/** What may be changed of a customer's account info, in the order of its cards. */
export const accountFields = [
  'companyName',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'culture',
  'firstName',
  'lastName',
  'email',
  'phoneNumber',
] as const;

/** Name of an input of account info. */
export type AccountField = (typeof accountFields)[number];

/** What inputs of account info are called, each in quotation marks, for some hold a comma, one after another as the reader looks for them; what is none is left out. */
export function fieldNames(names: readonly string[], words: Words): string {
  const known = accountFields.flatMap((name): [AccountField][] => (names.includes(name) ? [[name]] : []));
  const quoted = (text: string): string => words.t('importReview.quoted', { text });
  return words.list(inReadingOrder(known, words, '').map(([name]) => quoted(words.t(`field.${name}`))));
}
