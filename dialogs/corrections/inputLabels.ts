import { columnOfHeader } from '../../forms/import/columns.ts';
import { labelKind } from '../../forms/paste/labels.ts';
import { lazy } from '../../lib/lazy.ts';
import { firstDefined } from '../../lib/optional.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { barred, pairs } from '../sentences/pattern.ts';
import { utteranceOf } from '../sentences/utterance.ts';
import type { Correction } from './corrections.ts';
import { trimmedValue, withoutCopula } from './fieldValue.ts';

/** A value behind the label of an input. */
export type FieldCorrection = Extract<Correction, { kind: 'field' }>;

/** Most words of an input's label, and most characters of one in Chinese. */
const mostLabelWords = 4;
const mostLabelCharacters = 12;

/** A label as it is written on a card, and as it may be in a sentence: with another ending. */
const labelForms = (label: string): string[] => [
  label,
  ...locales.flatMap((locale) =>
    [...pairs(correctionBook[locale].endings)]
      .filter(([said]) => label.endsWith(said))
      .map(([said, written]) => label.slice(0, -said.length) + written),
  ),
];

/** Inputs by what else they are called in a sentence. */
const saidLabels = lazy(() => new Map(locales.flatMap((locale) => [...pairs(correctionBook[locale].labels)])));

const inputsOfLabels: Readonly<Partial<Record<string, string>>> = {
  registration: 'registrationNumber',
  address: 'addressLine1',
  postalCode: 'postalCode',
  city: 'city',
};

/** The name of the input with this label, in any of the languages. */
export function inputNamed(label: string): string | undefined {
  const folded = label.toLowerCase().trim();
  const column = firstDefined(labelForms(folded), columnOfHeader);
  const other = saidLabels().get(utteranceOf(folded).folded.trim()) ?? inputsOfLabels[labelKind(folded) ?? ''];
  return column === 'domain' ? 'domainPrefix' : (column ?? other);
}

const articles = /^(?:(?:the|my|their|its|his|her|and|и|а|у н[её]е|у него|е[её]|его)\s+|[把将將她他])/iu;

/** The label of an input at the beginning of a text, the longest first, with what stands behind it. */
export function labelsAt(typed: string): FieldCorrection[] {
  const text = typed.trim().replace(articles, '');
  return endsOfLabels(text)
    .toReversed()
    .flatMap((end) => {
      const label = text.slice(0, end);
      if (/[:：]/u.test(label) || inputNamed(label) === undefined) return [];
      const value = trimmedValue(withoutCopula(text.slice(end)));
      // “Street 1 Hop Lane” has its number behind the label.
      const isNumber = label.endsWith(' 1') && !/\d/u.test(value);
      return value === '' || isNumber ? [] : [{ kind: 'field' as const, label, value }];
    });
}

/** The longest label of an input that stands in a text, and the names of the inputs it may mean. */
export function labelIn(typed: string): { readonly text: string; readonly names: readonly string[] } | undefined {
  const { text } = utteranceOf(typed);
  const starts = [...text.matchAll(/\p{Script=Han}|(?<![\p{L}\p{N}])[\p{L}\p{N}]+/gu)].map(({ index }) => index);
  const found = starts.flatMap((from) => endsOfLabels(text.slice(from)).map((end) => text.slice(from, from + end)));
  const [label] = found
    .filter((one) => inputNamed(one) !== undefined && !isOfCustomer(one))
    .toSorted((a, b) => b.length - a.length);
  const name = label === undefined ? undefined : inputNamed(label);
  if (label === undefined || name === undefined) return undefined;
  return { text: label, names: [name, ...(otherInputs[name] === undefined ? [] : [otherInputs[name]])] };
}

/** True for a label that says whom a question is about, and no input: “a new customer”. */
const isOfCustomer = (label: string): boolean => isSearched(label) || inputNamed(label) === 'kind';

/** Places where a label at the beginning of a text may end. */
const endsOfLabels = (text: string): readonly number[] =>
  /^\p{Script=Han}/u.test(text)
    ? Array.from({ length: Math.min(mostLabelCharacters, text.length) }, (_one, index) => index + 1).slice(1)
    : [...text.matchAll(/(?<=[\p{L}\p{N}.])(?=$|[\s:：,='’?])/gu)].map(({ index }) => index).slice(0, mostLabelWords);

const searched = lazy(() => new Set(locales.flatMap((locale) => barred(correctionBook[locale].searched))));

/** True for a customer's label: “customer contoso” looks for one. */
export const isSearched = (label: string): boolean =>
  labelForms(label.toLowerCase()).some((one) => searched().has(one));

/** Inputs that are meant by another's label where a card has none of that. */
export const otherInputs: Readonly<Partial<Record<string, string>>> = { phoneNumber: 'organizationPhone' };
