import type { Words } from '../locales/words.ts';
import { isOutage } from '../partner-center/fault.ts';
import { paragraph, type Element } from './elements.ts';

/** Unfinished work: why, and until when it waits. */
interface Waiting {
  readonly reason?: string | undefined;
  /** When it goes on by itself, in ISO 8601; absent where it waits for Finish alone. */
  readonly wakeAt?: string | undefined;
}

/** What is safe, and how unfinished work goes on: by itself at its time, or by Finish. */
export function waitingLines({ reason, wakeAt }: Waiting, words: Words): Element[] {
  if (wakeAt !== undefined) return [paragraph(words.t('waiting.goesOn', { moment: words.moment(wakeAt) }))];
  return [paragraph(words.t(isOutage(reason ?? '') ? 'unfinished.later' : 'unfinished.safe'))];
}

/** When unfinished work goes on by itself, in one line; none where it waits for Finish. */
export const wakeLine = (wakeAt: string | undefined, words: Words): Element[] =>
  wakeAt === undefined ? [] : [paragraph(words.t('waiting.line', { moment: words.moment(wakeAt) }))];
