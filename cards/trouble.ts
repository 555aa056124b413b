import type { Words } from '../locales/words.ts';
import { refusalOf, type Refused } from '../partner-center/fault.ts';
import type { Element } from './elements.ts';
import { refusalLines } from './reasons.ts';

/** What Partner Center did not answer, and the id of the call. */
export interface Trouble {
  readonly fault: Refused;
  readonly correlationId: string;
}

/** What Partner Center did not say: why, in our words and in its own, and the id to ask about. */
export const troubleLines = ({ fault, correlationId }: Trouble, words: Words): Element[] =>
  refusalLines(refusalOf({ ...fault, correlationId }), words);
