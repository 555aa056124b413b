import type { Words } from '../../locales/words.ts';
import { type Lifecycle, lifecycleOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { statusWords } from '../labels.ts';
import { lifecycleWords } from './lifecycleWords.ts';
import { countWords, planWords } from './subscriptionWords.ts';

/** Count, term and billing of a subscription, and its status where the sentence does not tell it; no full stop. */
export function subscriptionFacts(subscription: Subscription, life: Lifecycle, words: Words): string {
  return [
    countWords(subscription, words),
    ...(subscription.trial ? [words.t('subscription.trial')] : []),
    planWords(subscription, words),
    ...(life.kind === 'unknown' ? [statusWords(subscription.status, words)] : []),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** A subscription in one line: what it is, where it is in its life, and what comes next. */
export function subscriptionLine(subscription: Subscription, now: Date, words: Words): string {
  const life = lifecycleOf(subscription, now);
  const sentence = lifecycleWords(life, subscription.unit, words);
  return words.t('lifecycle.line', { facts: subscriptionFacts(subscription, life, words), sentence });
}
