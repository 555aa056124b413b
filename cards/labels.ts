import { type Missing, nothingLeft } from '../lib/complete.ts';
import type { AddressPart } from '../model/address.ts';
import type { MessageKey, Words } from '../locales/words.ts';
import { isLargestFirst } from '../partner-center/rules/addressRules.ts';
import type { Fact } from './elements.ts';
import type { Reseller } from '../partner-center/rules/partner.ts';

/** Names of inputs: every `field.<name>` of the catalogues. */
export type FieldName = MessageKey extends infer K ? (K extends `field.${infer Name}` ? Name : never) : never;

/** An input's label; an optional one says so. */
export function inputLabel(name: FieldName, optional: boolean, words: Words): string {
  const label = words.t(`field.${name}`);
  return optional ? words.t('form.optional', { label }) : label;
}

/** The label of a read-only fact, with the language's own punctuation. */
export const factLabel = (name: FieldName, words: Words): string =>
  words.t('form.fact', { label: words.t(`field.${name}`) });

/** Facts of a part of an account, the first labelled by the part's title where it has no label of its own. */
export function titledFacts(title: string, facts: readonly Fact[], { t }: Words): [Fact, ...Fact[]] {
  const [first = { label: '', value: '' }, ...others] = facts;
  return [first.label === '' ? { ...first, label: t('form.fact', { label: title }) } : first, ...others];
}

/** Relationships of a customer to a partner, as Partner Center names them; `invited` is our own. */
export const relationships = ['reseller', 'none', 'invited', 'advisor', 'unknown'] as const;

/** Statuses of a subscription. */
export const subscriptionStatuses = [
  'active',
  'suspended',
  'pending',
  'expired',
  'deleted',
  'disabled',
  'none',
] as const;

/** Relationship of a customer in words; an unknown one stays as Partner Center gives it. */
export function relationshipWords(relationship: string, { t }: Words): string {
  const known = relationships.find((one) => one === relationship.toLowerCase());
  return known === undefined ? relationship : t(`relationship.${known}`);
}

/** A subscription's status in words; an unknown one stays as Partner Center gives it. */
export function statusWords(status: string, { t }: Words): string {
  const known = subscriptionStatuses.find((one) => one === status.toLowerCase());
  return known === undefined ? status : t(`status.${known}`);
}

/** Address parts from the largest to the smallest, as East Asian addresses are read. */
const largestPartFirst = ['postalCode', 'state', 'city', 'addressLine1', 'addressLine2'] as const;

nothingLeft<Missing<AddressPart, (typeof largestPartFirst)[number]>>({});

const familyNameFirst: readonly FieldName[] = ['lastName', 'firstName'];

/**
 * A form's fields in the reader's order: in Chinese the family name before the given one, and an East Asian address
 * from the largest part to the smallest.
 */
export function inReadingOrder<F extends readonly [name: FieldName, ...rest: unknown[]]>(
  fields: readonly F[],
  { locale }: Pick<Words, 'locale'>,
  country: string,
): readonly F[] {
  if (!locale.startsWith('zh')) return fields;
  const ordered = rearranged(fields, familyNameFirst);
  return isLargestFirst(country) ? rearranged(ordered, largestPartFirst) : ordered;
}

/** The fields with those of one group rearranged, in the places the group already has. */
function rearranged<F extends readonly [name: FieldName, ...rest: unknown[]]>(
  fields: readonly F[],
  order: readonly FieldName[],
): readonly F[] {
  const group = order.flatMap((name) => fields.filter(([own]) => own === name));
  let next = 0;
  return fields.map((field) => (order.includes(field[0]) ? (group[next++] ?? field) : field));
}

/** A reseller as a record stores it: its name, and its MPN ID in brackets. */
export const storedReseller = ({ name, mpnId }: Reseller): string => `${name} (${mpnId})`;

/**
 * Titles of resellers in a list to choose from: the name, behind its MPN ID where another one has the same name. A phone
 * has no room for both, and it is the end that is cut.
 */
export function resellerTitles(resellers: readonly Reseller[]): (one: Reseller, words: Words) => string {
  const names = resellers.map(({ name }) => name);
  const shared = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return ({ name, mpnId }, { t }) => (shared.has(name) ? t('form.pair', { label: mpnId, hint: name }) : name);
}

/** A reseller with its MPN ID, in the reader's language. */
export const wholeReseller = ({ name, mpnId }: Reseller, { t }: Words): string =>
  t('form.pair', { label: name, hint: mpnId });

/** A stored reseller with the brackets of the reader's language, as a customer's card and a review show it. */
export const resellerWords = (kept: string, { t }: Words): string => {
  const [, label, hint] = /^(.+) \((\d+)\)$/.exec(kept) ?? [];
  return label === undefined || hint === undefined ? kept : t('form.pair', { label, hint });
};

const inHan = /^[\p{Script=Han}·]+$/u;
const inEastAsian =
  /^[\p{Script_Extensions=Han}\p{Script=Hangul}\p{Script_Extensions=Hira}\p{Script_Extensions=Kana}· ]+$/u;

/**
 * A person's whole name in the order of its own script, for readers of any language: the family name first in Han characters, Hangul and
 * Kana, in Han characters without a blank; the given name first in any other.
 */
export function wholeName(first: string, last: string): string {
  if (inHan.test(first) && inHan.test(last)) return `${last}${first}`;
  const isFamilyFirst = [first, last].every((name) => inEastAsian.test(name));
  const parts = isFamilyFirst ? [last, first] : [first, last];
  return parts.filter((part) => part !== '').join(' ');
}
