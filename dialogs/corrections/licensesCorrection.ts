import { foldCase, matcher } from '../../lib/foldCase.ts';
import { activeSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import { customerSubscriptions, findCustomer, isRelated } from '../customers/customerAccess.ts';
import { may } from '../rights.ts';
import { customerOnScreen } from '../sentences/customerMatches.ts';
import type { Press, Turn } from '../turn.ts';
import type { Correction } from './corrections.ts';
import type { LatestCard } from './latestCard.ts';

/** Verbs of the buttons that set a number of licenses, each with the verb that shows their card with another number. */
const askingVerbs: Readonly<Record<string, 'licenses' | 'nextTerm'>> = {
  setLicenses: 'licenses',
  setNextTerm: 'nextTerm',
};

/** The number of licenses that a correction wishes, where there were so many. */
const corrected = (base: number, way: 'to' | 'more' | 'fewer', n: number): number =>
  way === 'to' ? n : way === 'more' ? base + n : Math.max(0, base - n);

/** True where no offer is named, or this one. */
const isMeant = (product: string, name: string): boolean =>
  product === '' || matcher(product)?.(foldCase(name)) === true;

/**
 * The press that shows the open card of a number of licenses with the number of a correction; where the change was just
 * requested, the card of its subscription. Undefined where the correction is not about one.
 */
export function licensesPress({ person }: Turn, shown: LatestCard | undefined, one: Correction): Press | undefined {
  if (one.kind !== 'to' && one.kind !== 'more' && one.kind !== 'fewer') return undefined;
  const { kind: way, product, n } = one;
  const button = shown?.buttons.find(({ data }) => Object.hasOwn(askingVerbs, data['verb'] ?? ''));
  if (button !== undefined && shown !== undefined) {
    const { verb = '', argument = '', name = '', from = '', ...rest } = button.data;
    const asking = askingVerbs[verb];
    if (asking === undefined || (product !== '' && !isMeant(product, name))) return undefined;
    const base = asking === 'licenses' ? from : (shown.inputs['quantity'] ?? '');
    const place = rest['listed'] === undefined ? {} : { listed: rest['listed'] };
    const values = { ...shown.inputs, ...place, quantity: String(corrected(Number(base), way, n)) };
    const [ref = '', id = ''] = argument.split(' ');
    return { verb: asking, token: '', argument: `${ref} ${id}`, values };
  }
  const { id, ref = '', subscription } = person.changed ?? {};
  const isJustChanged = shown !== undefined && (shown.buttons.length === 0 || shown.resultOf === id);
  if (!isJustChanged || subscription?.to === undefined || !isMeant(product, subscription.name)) return undefined;
  const quantity = String(corrected(subscription.to, way, n));
  return { verb: 'licenses', token: '', argument: `${ref} ${subscription.id}`, values: { quantity } };
}

/** True for a text that has the number behind the offer’s name, “visio 5” or “visio minus 1”: nothing is ordered by that. */
function isNumberLast(text: string, { kind, product }: Extract<Correction, { product: string }>): boolean {
  const typed = text.toLowerCase();
  const at = typed.indexOf(product.toLowerCase());
  if (kind === 'more' || kind === 'fewer') return at === 0;
  return (
    at >= 0 && /^[\s:：,，x×*]*\p{N}/u.test(typed.slice(at + product.length)) && !/\p{N}/u.test(typed.slice(0, at))
  );
}

/** Kinds of corrections that are a wish about a subscription of the customer on the screen. */
const ownWishes = { called: 'manage', to: 'to', more: 'more', fewer: 'fewer' } as const;

/**
 * The press that opens a subscription of the customer on the screen by the name of its offer, “the visio one”, or its number of
 * licenses, “visio 5”. Undefined where the customer has no such subscription: it may be an order then.
 */
export async function ownPress(turn: Turn, one: Correction): Promise<Press | undefined> {
  const isOwn = one.kind === 'called' || one.kind === 'to' || one.kind === 'more' || one.kind === 'fewer';
  if (!isOwn || one.product === '' || (one.kind !== 'called' && !isNumberLast(turn.text, one))) return undefined;
  const ref = customerOnScreen(turn);
  const found = ref === undefined || !may(turn, 'view') ? undefined : await findCustomer(turn, ref);
  if (ref === undefined || found === undefined || !isRelated(found)) return undefined;
  const all = activeSubscriptions(await turn.withinAnswerTime(customerSubscriptions(turn, found)));
  if (!all.some(({ name }) => isMeant(one.product, name))) return undefined;
  const values = {
    wish: ownWishes[one.kind],
    product: one.product,
    ...(one.kind === 'called' ? {} : { n: String(one.n) }),
  };
  return { verb: 'fillIn', token: '', argument: ref, values };
}
