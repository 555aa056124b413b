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
