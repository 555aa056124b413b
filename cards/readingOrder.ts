import type { FieldName } from './labels.ts';
import { isLargestFirst } from '../partner-center/addressLine.ts';
import type { Words } from '../locales/words.ts';

/** Address parts from the largest to the smallest, as East Asian addresses are read. */
const largestFirst: readonly FieldName[] = ['postalCode', 'state', 'city', 'addressLine1', 'addressLine2'];

const familyFirst: readonly FieldName[] = ['lastName', 'firstName'];

/**
 * A form's fields in the order in which a reader looks for them: in Chinese the family name before the given one, and an
 * East Asian address from the largest part to the smallest.
 */
export function inReadingOrder<F extends readonly [name: FieldName, ...rest: unknown[]]>(
  fields: readonly F[],
  { locale }: Pick<Words, 'locale'>,
  country: string,
): readonly F[] {
  if (!locale.startsWith('zh')) return fields;
  const ordered = rearranged(fields, familyFirst);
  return isLargestFirst(country) ? rearranged(ordered, largestFirst) : ordered;
}

/** The fields with those of a group in that order, in the places that the group's fields have. */
function rearranged<F extends readonly [name: FieldName, ...rest: unknown[]]>(
  fields: readonly F[],
  order: readonly FieldName[],
): readonly F[] {
  const group = order.flatMap((name) => fields.filter(([own]) => own === name));
  let next = 0;
  return fields.map((field) => (order.includes(field[0]) ? (group[next++] ?? field) : field));
}
