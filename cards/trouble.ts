import type { Words } from '../locales/words.ts';
import { faultLine, paragraph, type Element } from './elements.ts';
import { reasonSentence, type Reason } from './reasons.ts';

/** What a fault is shown with. */
export interface Trouble {
  readonly fault: Reason;
  readonly correlationId: string;
}

/** The id to ask about; nothing where nothing was sent. */
export const correlationLines = (id: string | undefined, { t }: Words): Element[] =>
  id === undefined || id === '' ? [] : [paragraph(t('trouble.correlation', { id }), { subtle: true })];

/** What Partner Center did not say, and the id to ask about. */
export const troubleLines = ({ fault, correlationId }: Trouble, words: Words): Element[] => [
  faultLine(reasonSentence(fault, words)),
  ...correlationLines(correlationId, words),
];
