import type { Words } from '../locales/words.ts';
import { bold, button, card, type Card, command, type Element, heading, shortened, subtle } from './elements.ts';
import { wideEntry } from './listEntry.ts';
import { positionLines } from './page.ts';

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
const maxUnfinishedListed = 15;

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
      button(words.t('button.home'), command('hello')),
      button(words.t('button.drafts'), command('drafts')),
      button(words.t('button.customers'), command('customers')),
    ],
  );

// The list's title says that these are not finished.
const unfinishedRow = (entry: UnfinishedEntry, words: Words): Element =>
  wideEntry(
    words,
    [bold(shortened(entry.companyName))],
    unfinishedFacts(entry, words).map((fact) => subtle(fact)),
    unfinishedButton(entry, words),
  );

/** The change, where it is one, and what it waits for, as pieces of a line. */
function unfinishedFacts({ change, wakeAt, customer }: UnfinishedEntry, words: Words): string[] {
  const { t } = words;
  const waits =
    customer === undefined
      ? wakeAt === undefined
        ? undefined
        : t('waiting.line', { moment: words.moment(wakeAt) })
      : t('acceptance.waitingTitle');
  const facts = [change === undefined ? undefined : shortened(change), waits].filter((fact) => fact !== undefined);
  return facts.map((fact, index) => (index === 0 ? fact : ` · ${fact}`));
}

/** Unfinished work, and the reason it waits, in words. */
export function unfinishedText(entry: UnfinishedEntry, words: Words): string {
  const { change, wakeAt, customer } = entry;
  if (customer !== undefined || wakeAt !== undefined) return unfinishedFacts(entry, words).join('');
  return change === undefined ? words.t('agenda.submission') : words.t('agenda.change', { change: shortened(change) });
}

/** The button that goes on with it, or looks whether the customer has accepted. */
export const unfinishedButton = ({ id, change, customer }: UnfinishedEntry, { t }: Words) =>
  customer === undefined
    ? button(t('button.finish'), { verb: change === undefined ? 'finish' : 'finishChange', argument: id })
    : button(t('button.checkAgain'), { verb: 'checkAgreement', argument: customer });
