import { currentCard } from '../dialogs/add/currentCard.ts';
import { cartValues, newCartRow } from '../forms/cartRows.ts';
import type { Context } from '../forms/context.ts';
import type { Section } from '../forms/section.ts';
import { section } from '../forms/sections.ts';
import type { Words } from '../locales/words.ts';
import type { Draft, Values } from '../model/draft.ts';
import { contextFor, offers, provider } from '../test/forms/contexts.ts';
import { draftAt } from './formDrafts.ts';
import { planted, plantedRefusal } from './hostileText.ts';
import type { Shown } from './shownCard.ts';

/** As many lines as a cart holds, of the offers with the longest names, the most choices and every unit. */
export const fullCart: Values = cartValues(
  offers
    .filter(({ segment }) => segment === 'commercial')
    .toSorted((a, b) => b.plans.length - a.plans.length || b.name.length - a.name.length)
    .slice(0, 15)
    .map((offer) => ({ ...newCartRow(offer), count: '9999999' })),
);

/** The states of a card whose last section is the cart, by name; none of a card without one. */
export function cartStates(open: readonly Section[], context: Context): Record<string, Draft> {
  if (open.at(-1)?.id !== 'subscriptions') return {};
  const at = (subscriptions: Values) => draftAt(open, context, { subscriptions });
  const wrong = Object.fromEntries(
    Object.entries(fullCart).map(([name, value]) => [name, name.startsWith('count') ? planted(20) : value]),
  );
  return {
    'no hits': at({ find: planted(100) }),
    'add-ons that need a base': at({ find: 'add-on' }),
    'gone offer': at(cartValues([{ offerId: planted(60), plan: '0', count: '1' }])),
    'five lines of this catalogue': at(cartValues(context.offers.slice(0, 5).map((offer) => newCartRow(offer)))),
    'usage and fixed trial': at(
      cartValues(
        offers
          .filter(({ unit, trial }) => unit === 'usage' || trial)
          .slice(0, 9)
          .map((offer) => newCartRow(offer)),
      ),
    ),
    'nine lines': at({ ...rows(9), find: 'office 365' }),
    '14 lines and a search': at({ ...rows(14), find: 'e' }),
    full: at(fullCart),
    'full and all wrong': at(wrong),
    '14 lines, all wrong, and a search': at({ ...rows(14, wrong), find: 'e' }),
    'eight lines, all wrong, and a search': at({ ...rows(8, wrong), find: 'e' }),
  };
}

/** How far a catalogue may be. */
const catalogues: Readonly<Record<string, Pick<Context, 'offers' | 'catalog'>>> = {
  'offers on their way': { offers: [], catalog: { state: 'reading', leftOut: 0 } },
  'some offers on their way': { offers: offers.slice(0, 40), catalog: { state: 'reading', leftOut: 0 } },
  'offers that cannot be read': {
    offers: [],
    catalog: { state: 'failed', leftOut: 0, fault: plantedRefusal('unavailable') },
  },
  'some offers that cannot be read': {
    offers: offers.slice(0, 40),
    catalog: { state: 'failed', leftOut: 9, fault: plantedRefusal('throttled') },
  },
  'offers left out': { offers, catalog: { state: 'read', leftOut: 3 } },
};

/** The cart, empty and with one line, however far the catalogue is. */
export function cartsOfCatalogues(words: Words): Shown[] {
  return Object.entries(catalogues).flatMap(([name, known]) => {
    const context = { ...contextFor(provider), ...known };
    const open = [section('subscriptions')];
    const line = cartValues([{ offerId: offers.at(-1)?.id ?? '', plan: '0', count: '7' }]);
    return [{}, line].map((subscriptions, at) => ({
      name: `subscriptions, US provider: ${name}${at === 0 ? '' : ', with a line'}`,
      card: currentCard(draftAt(open, context, { subscriptions }), context, words, true),
    }));
  });
}

const rows = (count: number, values = fullCart): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Number(name.split('-')[1]) < count));
