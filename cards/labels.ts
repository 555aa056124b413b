import type { MessageKey, Words } from '../locales/words.ts';

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

/** What a customer can be to a partner, in Partner Center's words; `invited` is ours. */
export const relationships = ['reseller', 'none', 'invited', 'advisor', 'unknown'] as const;

/** What a subscription's status can be. */
export const statuses = ['active', 'suspended', 'pending', 'expired', 'deleted', 'disabled', 'none'] as const;

/** What a customer is to the partner, in words; a word of Partner Center's that we have none for stays as it is. */
export function relationshipWords(relationship: string, { t }: Words): string {
  const known = relationships.find((one) => one === relationship.toLowerCase());
  return known === undefined ? relationship : t(`relationship.${known}`);
}

/** A subscription's status in words; one that we have none for stays as it is. */
export function statusWords(status: string, { t }: Words): string {
  const known = statuses.find((one) => one === status.toLowerCase());
  return known === undefined ? status : t(`status.${known}`);
}
