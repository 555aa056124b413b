import type { Words } from '../../locales/words.ts';
import type { ScheduledChanges } from '../../partner-center/lifecycle.ts';
import { paragraph, strong, type Element } from '../elements.ts';
import { nextTermWords } from './lifecycleWords.ts';

const ends = { cancel: 'gone.cancel', extend: 'gone.extend', other: 'gone.other' } as const;

/** What is scheduled for a subscription, in words, to be put into a sentence. */
export const scheduledWords = ({ end, nextTerm }: ScheduledChanges, unit: string, words: Words): string =>
  words.list([
    ...(nextTerm === undefined ? [] : [words.t('gone.nextTerm', { next: nextTermWords(nextTerm, unit, words) })]),
    ...(end === undefined ? [] : [words.t(ends[end])]),
  ]);

/** That a change deletes what is scheduled, before it is made; nothing where nothing is. */
export const goneWarning = (gone: ScheduledChanges | undefined, unit: string, words: Words): Element[] =>
  gone === undefined ? [] : [strong(words.t('gone.warning', { what: scheduledWords(gone, unit, words) }))];

/** That a change deleted what was scheduled, after it was made. */
export const goneLine = (gone: ScheduledChanges, unit: string, words: Words): Element =>
  paragraph(words.t('gone.was', { what: scheduledWords(gone, unit, words) }));
