import type { Words } from '../../locales/words.ts';
import { button } from '../buttons.ts';
import type { Card } from '../elements.ts';

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

/** Most buttons in a card's bar. */
const mostActions = 5;

/** The way back to the list of renewals. */
const backToRenewals = (place: string, { t }: Pick<Words, 't'>) =>
  button(t('button.renewals'), { verb: 'renewals', argument: place });

/** Cards or parts of them, whose buttons send the place in the list of renewals besides. */
export function handingOn<T extends object>(made: T, place: string): T {
  const handing = (_name: string, value: unknown): unknown =>
    isPlain(value) && value['type'] === 'Action.Submit' && isPlain(value['data'])
      ? { ...value, data: { ...value['data'], listed: place } }
      : value;
  // JSON of a card with more in its buttons is a card.
  return JSON.parse(JSON.stringify(made, handing)) as T;
}

/**
 * The card of something that was reached from the list of renewals: every button hands the place on, and one more leads
 * back to it, in place of the last where there is no more room. The card as it is where there is no such place.
 */
export function withWayBack(made: Card, place: string | undefined, words: Words): Card {
  if (place === undefined) return made;
  const handed = handingOn(made, place);
  return { ...handed, actions: [...(handed.actions ?? []).slice(0, mostActions - 1), backToRenewals(place, words)] };
}
