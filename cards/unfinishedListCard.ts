import type { Words } from '../locales/words.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  heading,
  paragraph,
  row,
  shortened,
  strong,
} from './elements.ts';
import { positionLines } from './page.ts';
import { wakeLine } from './faultLines.ts';

/** A submission or change in the list of unfinished ones. */
export interface UnfinishedEntry {
  readonly id: string;
  readonly companyName: string;
  /** The change in words; absent for a new customer. */
  readonly change?: string;
  /** When it goes on by itself, in ISO 8601, where it waits for a time. */
  readonly wakeAt?: string;
  /** Reference to the customer whose acceptance of the agreement it waits for, as buttons send it. */
  readonly customer?: string;
}

/** Maximum of entries on the card; the others follow when these are finished. */
const maxUnfinishedListed = 20;

/** Card of submissions and changes that wait for a user, for their time or for the customer, each with its button. */
export const unfinishedListCard = (submissions: readonly UnfinishedEntry[], words: Words): Card =>
  card(
    words.t('drafts.submissions'),
    [
      heading(words.t('drafts.submissions')),
      ...positionLines(
        { from: 1, to: Math.min(submissions.length, maxUnfinishedListed), of: submissions.length },
        words,
        {
          verb: 'unfinished',
        },
      ),
      ...submissions.slice(0, maxUnfinishedListed).map((one) => unfinishedRow(one, words)),
    ],
    [
      button(words.t('home.title'), command('hello')),
      button(words.t('button.drafts'), command('drafts')),
      button(words.t('button.customers'), command('customers')),
    ],
  );

const unfinishedRow = ({ id, companyName, change, wakeAt, customer }: UnfinishedEntry, words: Words): Element =>
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
