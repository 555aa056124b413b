import { isRenewalsPlace } from '../../cards/customers/renewalsPlace.ts';
import { withWayBack } from '../../cards/customers/wayBack.ts';
import type { Card } from '../../cards/elements.ts';
import type { Turn } from '../turn.ts';

/** The place in the list of renewals that the pressed card was reached from; undefined where it was not. */
export function listedPlace({ press }: Pick<Turn, 'press'>): string | undefined {
  const place = press?.values['listed'];
  return place !== undefined && isRenewalsPlace(place) ? place : undefined;
}

/** The card with the way back to the list of renewals, where the pressed one was reached from there. */
export const wayBack = (turn: Turn, made: Card): Card => withWayBack(made, listedPlace(turn), turn.words);
