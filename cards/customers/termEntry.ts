import type { Words } from '../../locales/words.ts';
import { allowedActions } from '../../partner-center/customerSubscriptions.ts';
import type { Lifecycle } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { bold, type button, cutTo, type Element, type Inline } from '../elements.ts';
import { entryButton, wideEntry } from '../listEntry.ts';
import { lifecycleMark } from '../stateMarks.ts';
import { actionButton, manageButton } from './customerCardBase.ts';
import { countWords, statedLifecycle } from './subscriptionWords.ts';

/** A subscription of one of many customers. */
interface OwnedSubscription {
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  readonly subscription: Subscription;
}

/** A subscription in a list about the ends of terms. */
interface TermEntry extends OwnedSubscription {
  readonly life: Lifecycle;
  /** True for a user who may choose what happens at the end of its term. */
  readonly canChoose: boolean;
}

/**
 * A subscription of a customer: the customer, then the product with what is said of it, in whole lines. Names are cut to
 * that length.
 */
export const ownedEntry = (
  { companyName, subscription }: Omit<OwnedSubscription, 'ref'>,
  said: readonly Inline[],
  leadsOn: ReturnType<typeof button>,
  words: Words,
  nameLength = 80,
): Element =>
  wideEntry(
    words,
    [bold(cutTo(companyName, nameLength))],
    [`${cutTo(subscription.name, nameLength)} · `, ...said],
    // A customer may be in the list several times.
    entryButton(leadsOn, words.list([cutTo(companyName, 30), cutTo(subscription.name, 30)]), words),
  );

/**
 * A subscription of a customer with what comes next and how many licenses. Its button chooses the end of the term where
 * nothing is chosen yet, and else opens the subscription. Names are cut to that length.
 */
export function termEntry(entry: TermEntry, now: Date, words: Words, nameLength = 80): Element {
  const { ref, subscription, life, canChoose } = entry;
  const which = { words, ref, id: subscription.id };
  const isOpen = canChoose && life.kind === 'undecided' && allowedActions(subscription, now).includes('endOfTerm');
  return ownedEntry(
    entry,
    [...lifecycleMark(life, shortLifecycleWords(life, subscription, words)), ` · ${countWords(subscription, words)}`],
    // A short title: a longer one would leave the name no room on a phone.
    {
      ...(isOpen ? actionButton('endOfTerm', which) : manageButton(which)),
      title: words.t(isOpen ? 'sentence.choose' : 'button.open'),
    },
    words,
    nameLength,
  );
}

/** Next event of a subscription, in as few words as a list has room for; the subscription's own card says the rest. */
export function shortLifecycleWords(life: Lifecycle, of: Pick<Subscription, 'unit' | 'status'>, words: Words): string {
  const { t } = words;
  switch (life.kind) {
    case 'renews':
      return t(life.next === undefined ? 'term.renews' : 'term.renewsChanged', { day: words.day(life.day) });
    case 'cancels':
    case 'expires':
      return t('term.ends', { day: words.day(life.lastDay) });
    case 'extends':
      return t('term.extends', { day: words.day(life.day) });
    case 'undecided':
      return t('term.undecided', { day: words.day(life.lastDay) });
    case 'transitions':
      return t('term.transitions', { day: words.day(life.day) });
    case 'extended':
      return t('term.extended');
    case 'suspended':
      return life.lastDay === undefined ? t('status.suspended') : t('term.suspended', { day: words.day(life.lastDay) });
    case 'trial':
      if (life.lastDay === undefined) return t('subscription.trial');
      return t(life.becomesPaid ? 'term.trialPaid' : 'term.trialEnds', { day: words.day(life.lastDay) });
    case 'unknown':
      return life.lastDay === undefined
        ? statedLifecycle(of, life, words)
        : t('term.over', { day: words.day(life.lastDay) });
    case 'usage':
    case 'expired':
    case 'disabled':
    case 'deleted':
    case 'pending':
    case 'turning':
      return statedLifecycle(of, life, words);
  }
}
