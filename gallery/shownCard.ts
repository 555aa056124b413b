import type { Card } from '../cards/elements.ts';

/** One card in one state. */
export interface Shown {
  readonly name: string;
  readonly card: Card;
}
