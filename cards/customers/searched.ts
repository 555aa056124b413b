import type { Place } from '../../storage/sorted.ts';

/** What was searched; empty texts mean all. */
export interface Searched {
  readonly find: string;
  /** A tenant id. */
  readonly reseller: string;
}

/** The longest text that is searched for. */
export const longestFind = 100;

/** Stands for all resellers and none: a choice has to have a value. */
export const anyReseller = 'any';

/** What a button sends of what was searched. */
export const sent = ({ find, reseller }: Searched) => ({ searched: find, ofReseller: reseller });

/** A place in the list as a button sends it. */
export const argumentOf = ({ after, before }: Place): string =>
  before === undefined ? `after:${after ?? ''}` : `before:${before}`;

/** The place that a button sent; the beginning for anything else. */
export function placeOf(argument: string): Place {
  const [, side, key] = /^(after|before):([^]*)$/.exec(argument) ?? [];
  if (key === undefined) return {};
  return side === 'after' ? { after: key } : { before: key };
}
