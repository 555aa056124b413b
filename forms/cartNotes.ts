import { shortened } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { searchOffers } from '../partner-center/catalogue.ts';
import { isFor } from '../partner-center/offer.ts';
import { approvedIn, offeredIn } from './cart.ts';
import { answer, type Context } from './context.ts';

/**
 * What is said beside a cart. `find` is what is looked for: without it nothing is said of offers the customer cannot order,
 * where the card has no room for that.
 */
export const cartNotes = (context: Context, words: Words, find: string | undefined): string[] => [
  ...addOnNotes(context, words.t),
  ...(find === undefined ? [] : segmentNotes(context, words.t)),
  ...(context.sampleOffers ? [words.t('cart.sample')] : []),
  ...leftOutNotes(context, words.t),
  ...(['', 'none'].includes(answer(context, 'company', 'qualification')) ? [] : [words.t('cart.qualification')]),
  ...(find === undefined ? [] : closedNotes(find, context, words)),
];

const segmentNotes = ({ purpose, cloud }: Context, t: Words['t']): string[] =>
  cloud.qualification && purpose?.kind === 'subscriptions' && purpose.segments === undefined
    ? [t('cart.segmentsUnread')]
    : [];

/** That others match what was looked for, and why this customer cannot order them. */
function closedNotes(find: string, context: Context, words: Words): string[] {
  if (find.trim() === '') return [];
  const approved = approvedIn(context);
  const closed = searchOffers(offeredIn(context), find, {}).filter((offer) => !isFor(offer, approved));
  const n = closed.length;
  const kinds = [...new Set(closed.map(({ segment }) => segment))].flatMap((segment) =>
    segment === 'commercial' ? [] : [words.t(`segment.${segment}`)],
  );
  return n === 0 ? [] : [words.t('cart.closed', { n, segments: words.either(kinds) })];
}

const leftOutNotes = ({ catalogue }: Context, t: Words['t']): string[] =>
  catalogue?.state === 'read' && catalogue.leftOut > 0 ? [t('cart.leftOut', { n: catalogue.leftOut })] : [];

function addOnNotes(context: Context, t: Words['t']): string[] {
  const base = context.purpose?.kind === 'subscriptions' ? context.purpose.base : undefined;
  if (base === undefined) return [];
  const data = { name: shortened(base.name) };
  const isNone = offeredIn(context).length === 0;
  if (isNone && (context.catalogue?.state ?? 'read') !== 'read') return [];
  return [isNone ? t('addOns.none', data) : t('addOns.note', data)];
}
