import type { Words } from '../../locales/words.ts';
import { button, type Card, type PressData } from '../elements.ts';
import { isRenewalsArgument } from './renewalsQuery.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** Maximum of buttons in a card's action bar. */
const maxActions = 5;

const otherPlaces = [
  { verb: 'subscriptions', pattern: /^subscriptions ((?:m:)?[0-9a-z-]{1,80} \d{1,4})$/u },
  { verb: 'endRelationship', pattern: /^endRelationship ((?:m:)?[0-9a-z-]{1,80})$/u },
] as const;

const titles = {
  renewals: 'button.renewals',
  subscriptions: 'button.subscriptions',
  endRelationship: 'end.goOn',
} as const;

/** Place as its button: a page of the list of renewals or of a customer's subscriptions, or ending its relationship. */
function parsePlace(place: string): { readonly verb: keyof typeof titles; readonly argument: string } | undefined {
  if (isRenewalsArgument(place)) return { verb: 'renewals', argument: place };
  for (const { verb, pattern } of otherPlaces) {
    const argument = pattern.exec(place)?.[1];
    if (argument !== undefined) return { verb, argument };
  }
  return undefined;
}

/** True for a place to which a way back leads, as buttons carry it. */
export const isPlace = (text: string): boolean => parsePlace(text) !== undefined;

/** A page of a customer's subscriptions, as a place to come back to. */
export const subscriptionsPlace = (ref: string, from: number): string => `subscriptions ${ref} ${String(from)}`;

/** Ending a customer's relationship, as a place to come back to. */
export const endingPlace = (ref: string): string => ['endRelationship', ref].join(' ');

/** A copy of a card or element whose buttons also send the place from which it was reached. */
export const withPlace = <T extends object>(made: T, place: string): T => withData(made, () => ({ listed: place }));

/** A copy of a card that asks a question: its buttons besides the one that says yes also send that they leave it. */
export const withLeaving = <T extends object>(made: T, yes: readonly string[], key: string): T =>
  withData(made, ({ verb }) => (yes.some((one) => one === verb) ? {} : { leaves: key }));

function withData<T extends object>(made: T, more: (data: JsonObject) => JsonObject): T {
  const handing = (_name: string, value: unknown): unknown =>
    isJsonObject(value) && value['type'] === 'Action.Submit' && isJsonObject(value['data'])
      ? { ...value, data: { ...value['data'], ...more(value['data']) } }
      : value;
  // The copy has only more data in its buttons, so it is still of type T.
  return JSON.parse(JSON.stringify(made, handing)) as T;
}

/**
 * A card with the way back to the place from which it was reached: every button also sends that place, and one leads
 * there: the last harmless one, in place of one there is no room for; or, where the card's work is done, the first and primary one.
 * Without a place, the card as it is.
 */
export function withWayBack(made: Card, place: string | undefined, words: Words, isFirst = false): Card {
  const known = place === undefined ? undefined : parsePlace(place);
  if (place === undefined || known === undefined) return made;
  const { verb, argument } = known;
  const handed = withPlace(made, place);
  const all = (handed.actions ?? []).filter((action) => verbOf(action) !== verb);
  const back = (title: string) => button(title, { verb, argument }, isFirst);
  if (isFirst)
    return { ...handed, actions: [back(words.t(titles[verb])), ...all.slice(0, maxActions - 1).map(withoutStyle)] };
  const ending = all.filter(({ style }) => style === 'destructive');
  const others = all.filter(({ style }) => style !== 'destructive').slice(0, maxActions - 1 - ending.length);
  // Beside the answers of a question, that place's title would read as agreeing: "Go on ending the relationship".
  const title = verb === 'endRelationship' ? 'button.return' : titles[verb];
  return { ...handed, actions: [...others, back(words.t(title)), ...ending] };
}

type Action = NonNullable<Card['actions']>[number];

const verbOf = (action: Action): PressData['verb'] | undefined => {
  const data = 'data' in action ? action.data : undefined;
  return isJsonObject(data) && typeof data['verb'] === 'string' ? data['verb'] : undefined;
};

function withoutStyle(action: Action): Action {
  const { style: _style, ...plain } = action;
  return plain;
}
