import type { Words } from '../../locales/words.ts';
import type { Lifecycle, Uplift } from '../../partner-center/lifecycle.ts';
import type { NextTerm } from '../../partner-center/management.ts';
import { planWords, unitCount } from './subscriptionWords.ts';

const plain = {
  usage: 'lifecycle.usage',
  expired: 'lifecycle.expired',
  disabled: 'lifecycle.disabled',
  deleted: 'lifecycle.deleted',
  pending: 'lifecycle.pending',
} as const;

/** Where a subscription is in its life, and what comes next: one sentence, the same wherever it is said. */
export function lifecycleWords(life: Lifecycle, unit: string, words: Words): string {
  const { t } = words;
  switch (life.kind) {
    case 'renews':
      return renewal(life, unit, words);
    case 'cancels':
      return t('lifecycle.cancels', { day: words.day(life.lastDay) });
    case 'extends':
      return t('lifecycle.extends', { day: words.day(life.day), uplift: upliftWords(life.uplift, words) });
    case 'undecided': {
      const days = { day: words.day(life.day), lastDay: words.day(life.lastDay) };
      return t('lifecycle.undecided', { ...days, uplift: upliftWords(life.uplift, words) });
    }
    case 'expires':
      return t('lifecycle.expires', { day: words.day(life.lastDay) });
    case 'transitions':
      return t('lifecycle.transitions', { day: words.day(life.day) });
    case 'extended':
      return t('lifecycle.extended', { uplift: upliftWords(life.uplift, words) });
    case 'suspended':
      return suspension(life, words);
    case 'trial':
      if (life.lastDay === undefined) return t('lifecycle.trial');
      return t(life.becomesPaid ? 'lifecycle.trialPaid' : 'lifecycle.trialEnds', { day: words.day(life.lastDay) });
    case 'turning':
      return t('lifecycle.turning', { day: words.day(life.lastDay) });
    case 'unknown':
      return life.lastDay === undefined
        ? t('lifecycle.unknown')
        : t('lifecycle.unknownUntil', { day: words.day(life.lastDay) });
    case 'usage':
    case 'expired':
    case 'disabled':
    case 'deleted':
    case 'pending':
      return t(plain[life.kind]);
  }
}

/** What an extended service term costs above the monthly rate, in words. */
export function upliftWords(uplift: Uplift | undefined, { t }: Words): string {
  if (uplift === undefined) return t('lifecycle.upliftUnknown');
  return t(uplift === 3 ? 'lifecycle.uplift3' : 'lifecycle.uplift23');
}

function renewal({ day, next }: Extract<Lifecycle, { kind: 'renews' }>, unit: string, words: Words): string {
  const on = words.day(day);
  return next === undefined
    ? words.t('lifecycle.renews', { day: on })
    : words.t('lifecycle.renewsChanged', { day: on, next: nextTermWords(next, unit, words) });
}

/** What the next term is to be like, in words. */
export function nextTermWords(next: NextTerm, unit: string, words: Words): string {
  const count = unitCount(unit, next.quantity, words);
  const plan = planWords(next, words);
  return plan === undefined ? count : words.t('lifecycle.next', { count, plan });
}

function suspension(life: Extract<Lifecycle, { kind: 'suspended' }>, words: Words): string {
  const { t } = words;
  const { billed, lastDay, reasons } = life;
  const said =
    billed === undefined
      ? t('lifecycle.suspended')
      : !billed
        ? t('lifecycle.suspendedFree')
        : lastDay === undefined
          ? t('lifecycle.suspendedBilled')
          : t('lifecycle.suspendedUntil', { day: words.day(lastDay) });
  if (reasons.length === 0) return said;
  return words.sentences([said, t('lifecycle.reasons', { reasons: words.list(reasons) })]);
}
