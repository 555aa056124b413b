import type { Words } from '../locales/words.ts';

/** Why Partner Center did not do something, as it is kept. */
export interface Reason {
  readonly reason: string;
  /** Partner Center's own sentence, where there is none of ours. */
  readonly description?: string;
}

/** The reason in words, as a part of a sentence; what we have no words for is said in Partner Center's own. */
export const reasonWords = ({ reason, description }: Reason, words: Words): string =>
  reason === 'other' && description !== undefined && description !== ''
    ? words.t('reason.described', { description: description.replace(/[.\s]+$/, '') })
    : words.say(`reason.${reason}`);

/** The reason as a sentence of its own. */
export function reasonSentence(reason: Reason, words: Words): string {
  const text = reasonWords(reason, words);
  return words.t('form.sentence', { text: text.charAt(0).toLocaleUpperCase(words.locale) + text.slice(1) });
}
