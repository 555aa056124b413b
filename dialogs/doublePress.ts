import type { Turn } from './turn.ts';

/** Milliseconds in which the same press again is a double press. */
const doublePressMs = 10_000;

/**
 * Was the last press taken on this card just now? Then the same again is a double press, and is answered with nothing. A
 * clock that was set back since must not make a press count as one for hours.
 */
export function isJustTaken({ person: { lastPress }, now }: Pick<Turn, 'person' | 'now'>, token: string): boolean {
  if (lastPress?.token !== token) return false;
  return Math.abs(now.getTime() - Date.parse(lastPress.at)) < doublePressMs;
}
