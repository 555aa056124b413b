import type { Words } from '../../locales/words.ts';
import type { Refusal } from '../../partner-center/rules/fault.ts';
import { bold, type Element, line, paragraph, shortened } from '../elements.ts';
import { refusalLines } from '../faultLines.ts';

/** State of reading the subscriptions of all customers. */
export interface ReadingState {
  /** Number of customers; absent while their list is being read. */
  readonly customers?: number;
  /** Number of customers read; absent once all are read. */
  readonly soFar?: number;
  /** The refusal that stopped the reading. */
  readonly fault?: Refusal;
  /** When the oldest of the subscriptions were read, in ISO 8601, where that is longer ago than it should be. */
  readonly asOf?: string;
  /** Names of customers whose subscriptions could not be read. */
  readonly unread: readonly string[];
}

const isReading = ({ customers, soFar, fault }: ReadingState): boolean =>
  fault === undefined && (customers === undefined || soFar !== undefined);

/** True when the subscriptions of all customers were read, and not longer ago than they should be. */
export const isAllRead = (state: ReadingState): boolean =>
  !isReading(state) && state.fault === undefined && state.asOf === undefined && state.unread.length === 0;

/** Maximum of names listed of customers that could not be read; the others are counted. */
const maxNames = 5;

/** Line that says as of when a list is shown; nothing for one that is as it should be. */
export const asOfLines = (list: 'customers' | 'subscriptions', moment: string | undefined, words: Words): Element[] =>
  moment === undefined ? [] : [paragraph(words.t(`asOf.${list}`, { moment: words.moment(moment) }), { subtle: true })];

/** Lines about what is read: whether that is all, why not, as of when, and which customers are missing. */
export function readingStateLines({ customers, soFar, fault, asOf, unread }: ReadingState, words: Words): Element[] {
  const { t } = words;
  const others = unread.length - maxNames;
  const names = words.list([
    ...unread.slice(0, maxNames).map(shortened),
    ...(others > 0 ? [t('renewals.others', { n: others })] : []),
  ]);
  return [
    ...(fault === undefined ? [] : [...refusalLines(fault, words), paragraph(t('renewals.stopped'))]),
    ...(fault === undefined && customers === undefined ? [paragraph(t('renewals.listing'))] : []),
    ...(fault === undefined && customers !== undefined && soFar !== undefined
      ? [paragraph(t('renewals.soFar', { done: soFar, of: customers }))]
      : []),
    ...asOfLines('subscriptions', asOf, words),
    ...(unread.length === 0
      ? []
      : [line(bold(t('renewals.unread', { n: unread.length })), words.sentences(['', names]))]),
  ];
}
