import type { Words } from '../locales/words.ts';
import type { Lifecycle } from '../partner-center/lifecycle.ts';
import type { Subscription } from '../partner-center/management.ts';
import { type Inline, stateMark, type Tone } from './elements.ts';
import { relationshipWords, statusWords } from './labels.ts';

const relationshipTones: Readonly<Record<string, Tone>> = { reseller: 'Good', advisor: 'Good', invited: 'Warning' };

/** Relationship of a customer in words, with its colour. */
export const relationshipState = (
  relationship: string,
  words: Words,
): { readonly value: string; readonly tone: Tone } => ({
  value: relationshipWords(relationship, words),
  tone: relationshipTones[relationship.toLowerCase()] ?? 'Default',
});

/** Relationship of a customer as a coloured mark with its word. */
export function relationshipMark(relationship: string, words: Words): Inline[] {
  const { tone, value } = relationshipState(relationship, words);
  return stateMark(tone, value);
}

/** Colours of a term: well, ending or to be decided, at fault, under way, over. */
const lifecycleTones = {
  renews: 'Good',
  usage: 'Good',
  transitions: 'Good',
  cancels: 'Warning',
  extends: 'Warning',
  undecided: 'Warning',
  expires: 'Warning',
  extended: 'Warning',
  suspended: 'Attention',
  trial: 'Accent',
  turning: 'Accent',
  pending: 'Accent',
  expired: 'Default',
  disabled: 'Default',
  deleted: 'Default',
  unknown: 'Default',
} as const satisfies Readonly<Record<Lifecycle['kind'], Tone>>;

/** The next event of a subscription as a coloured mark with those words. */
export const lifecycleMark = (life: Lifecycle, text: string): Inline[] => stateMark(lifecycleTones[life.kind], text);

/** State of a subscription as a coloured mark with its status in words; the colour is that of its term. */
export const subscriptionMark = ({ status }: Subscription, life: Lifecycle, words: Words): Inline[] =>
  lifecycleMark(life, statusWords(status, words));
