import type { Words } from '../locales/words.ts';
import { button, buttons, command } from './buttons.ts';
import { card, heading, paragraph, row, shortened, strong, type Card, type Element } from './elements.ts';
import { positionLines } from './position.ts';
import { wakeLine } from './waitingLines.ts';

/** A submission or change that could not be finished yet. */
export interface Unfinished {
  readonly id: string;
  readonly companyName: string;
  /** What is changed; absent for a new customer. */
  readonly change?: string;
  /** When it goes on by itself, in ISO 8601, where it waits for a time. */
  readonly wakeAt?: string;
  /** How buttons name the customer whose acceptance of the agreement it waits for. */
  readonly customer?: string;
}

/** Most of them a card lists; the others follow when these are finished. */
const mostUnfinished = 20;

/** The submissions that wait for somebody to finish them, or for their time, with the ways back to where they are shown. */
export const unfinishedListCard = (submissions: readonly Unfinished[], words: Words): Card =>
  card(
    words.t('drafts.submissions'),
    [
      heading(words.t('drafts.submissions')),
      ...positionLines({ from: 1, to: Math.min(submissions.length, mostUnfinished), of: submissions.length }, words, {
        verb: 'unfinished',
      }),
      ...submissions.slice(0, mostUnfinished).map((one) => entry(one, words)),
    ],
    [
      button(words.t('home.title'), command('hello')),
      button(words.t('button.drafts'), command('drafts')),
      button(words.t('button.customers'), command('customers')),
    ],
  );

const entry = ({ id, companyName, change, wakeAt, customer }: Unfinished, words: Words): Element =>
  row(
    [
      strong(shortened(companyName)),
      ...(change === undefined ? [] : [paragraph(shortened(change))]),
      ...(customer === undefined ? wakeLine(wakeAt, words) : [paragraph(words.t('acceptance.waitingTitle'))]),
    ],
    [
      buttons(
        customer === undefined
          ? button(words.t('button.finish'), { verb: change === undefined ? 'finish' : 'finishChange', argument: id })
          : button(words.t('button.checkAgain'), { verb: 'checkAgreement', argument: customer }),
      ),
    ],
  );
