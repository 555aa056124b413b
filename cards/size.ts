import type { Card } from './elements.ts';

/** Most bytes of a card, counted as UTF-16: Teams refuses larger ones. */
const maxBytes = 28 * 1024;

/** Is the card small enough to be sent? */
export const fits = (made: Card): boolean => JSON.stringify(made).length * 2 <= maxBytes;

/** What only pleases: wider spacing, Teams' own "your response was sent" hidden; where that is not enough, bold too. */
const pleasing = [['spacing', 'msteams'], ['weight']] as const;

/**
 * The card as it is or, if it is too large, without what only pleases. A last resort for cards that hold as much as there
 * can be.
 */
export const fitted = (made: Card): Card =>
  pleasing.reduce<Card>((card, names) => (fits(card) ? card : without(card, new Set(names))), made);

function without(card: Card, names: ReadonlySet<string>): Card {
  const lean = JSON.stringify(card, (name, value: unknown) => (names.has(name) ? undefined : value));
  // JSON of a card with less in it: `msteams` of the card itself is put back.
  return { ...(JSON.parse(lean) as Card), ...(card.msteams === undefined ? {} : { msteams: card.msteams }) };
}
