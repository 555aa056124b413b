import type { Card } from './elements.ts';

/** Most bytes of a card, counted as UTF-16: Teams refuses larger ones. */
const maxBytes = 28 * 1024;

/** Is the card small enough to be sent? */
export const fits = (made: Card): boolean => JSON.stringify(made).length * 2 <= maxBytes;

/**
 * The card as it is or, if it is too large, without what only pleases: wider spacing, and hiding Teams' own "your
 * response was sent". A last resort for cards that hold as much as there can be.
 */
export function fitted(made: Card): Card {
  if (fits(made)) return made;
  const pleasing = new Set(['spacing', 'msteams']);
  const lean = JSON.stringify(made, (name, value: unknown) => (pleasing.has(name) ? undefined : value));
  // JSON of a card with less in it: `msteams` of the card itself is put back.
  return { ...(JSON.parse(lean) as Card), ...(made.msteams === undefined ? {} : { msteams: made.msteams }) };
}
