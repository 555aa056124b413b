import { bundleListCard, bundleNameCard, deleteBundleCard } from '../cards/bundleCards.ts';
import { currentCard } from '../dialogs/add/currentCard.ts';
import { nameBundleCard } from '../dialogs/bundles.ts';
import type { Context } from '../forms/context.ts';
import { keepInputs, newDraft, reopen } from '../forms/draftFlow.ts';
import { cartValues, newCartRow } from '../forms/cartRows.ts';
import type { Words } from '../locales/words.ts';
import type { Bundle, ReadyCarts } from '../model/bundle.ts';
import type { Draft, Values } from '../model/draft.ts';
import { withoutMarkup } from '../lib/text.ts';
import { goodAccepted } from '../test/forms/answers.ts';
import { contextFor, offers, provider } from '../test/forms/contexts.ts';
import { planted } from './hostileText.ts';
import type { Shown } from './shownCard.ts';

const bundle = (at: number, name: string, lines: number): Bundle => ({
  id: `b${String(at)}`,
  name,
  lines: offers.slice(at, at + lines).map(({ id, name: offerName }) => ({ offer: id, offerName, quantity: 5 })),
});

const some: readonly Bundle[] = ['Starter', 'Frontline', 'School', 'Security'].map((name, at) => bundle(at, name, 2));
const most: readonly Bundle[] = Array.from({ length: 60 }, (_none, at) => bundle(at, planted(40), 15));

/** Names of those bundles as buttons show them: a user's words. */
export const bundleNames = [...some, ...most].map(({ name }) => withoutMarkup(name));

/** Carts beside which ready ones are offered. */
export function cartsWithBundles(words: Words, context: Context): Shown[] {
  const draft: Draft = {
    ...newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z'),
    accepted: goodAccepted((accepted) => contextFor(provider, accepted)),
  };
  const cart = (carts: ReadyCarts, values: Values = {}) =>
    currentCard(
      keepInputs(reopen(draft, 'subscriptions'), 'subscriptions', values),
      { ...context, accepted: draft.accepted, readyCarts: carts },
      words,
      true,
    );
  const last = { name: planted(255), lines: bundle(0, '', 15).lines };
  const line = cartValues(offers.slice(0, 1).map((offer) => newCartRow(offer)));
  const named = planted(300);
  return [
    {
      name: 'subscriptions, US provider: bundles and the last customer',
      card: cart({ bundles: some, last: { name: 'Alpine Ski House', lines: bundle(0, '', 2).lines }, mayKeep: true }),
    },
    { name: 'subscriptions, US provider: bundles beside a line', card: cart({ bundles: some, mayKeep: true }, line) },
    {
      name: 'subscriptions, US provider: bundles, one put in and lines left out',
      card: cart(
        { bundles: some, mayKeep: true },
        { ...line, putIn: '1', unavailable: named, there: named, noRoom: named, unread: named },
      ),
    },
    {
      name: 'subscriptions, US provider: bundles, every one',
      card: cart({ bundles: most, last, mayKeep: true }, { bundles: 'all', bundleGone: 'true' }),
    },
    {
      name: 'subscriptions, US provider: the last customer’s cart only',
      card: cart({ bundles: [], last, mayKeep: false }),
    },
  ];
}

/** Cards to save, rename and delete bundles. */
export const bundleCards = (words: Words, draft: Draft, context: Context): Shown[] => [
  { name: 'bundle to be named', card: nameBundleCard(draft, context, words) },
  {
    name: 'bundle with a name that is not taken',
    card: nameBundleCard(
      { ...draft, typed: { subscriptions: cartValues(offers.slice(0, 15).map((offer) => newCartRow(offer))) } },
      context,
      words,
      { name: planted(40), fault: words.t('fault.bundle.sameName') },
    ),
  },
  {
    name: 'bundle to be renamed',
    card: bundleNameCard({
      words,
      name: planted(40),
      about: planted(300),
      save: { verb: 'setBundleName', argument: 'b1' },
      back: { verb: 'bundleList' },
      remove: { verb: 'deleteBundle', argument: 'b1' },
    }),
  },
  { name: 'bundles, none', card: bundleListCard({ words, saved: [], fixed: [] }) },
  {
    name: 'bundles, some',
    card: bundleListCard({ words, saved: some.slice(1), fixed: some.slice(0, 1), draft: 'd1' }),
  },
  {
    name: 'bundles, the last page',
    card: bundleListCard({ words, saved: most.slice(0, 40), fixed: most.slice(40), from: 45 }),
  },
  {
    name: 'bundles, as many as can be',
    card: bundleListCard({
      words,
      saved: most.slice(0, 40),
      fixed: most.slice(40),
      draft: 'd1',
      result: words.t('bundle.renamed', { name: planted(40) }),
    }),
  },
  { name: 'bundle to be deleted', card: deleteBundleCard(bundle(0, planted(40), 15), words) },
];
