import { refusedLines } from '../../partner-center/orderedLines.ts';
import { buttons } from '../buttons.ts';
import { group, type Element } from '../elements.ts';
import { orderLines } from '../orderLines.ts';
import { chooseOffer, notOrdered } from '../submissionCards.ts';
import type { CustomerView } from './customerView.ts';

/** What was refused when the customer was added, why, and the way on; nothing where all was ordered, or others were. */
export function refusedOffers({ words, ref, record, can }: CustomerView): Element[] {
  const refused = refusedLines(record?.stages.subscriptions);
  if (record === undefined || refused.length === 0) return [];
  return [
    group([
      ...notOrdered(record.stages, words),
      ...orderLines(refused, () => words.t('stage.refused'), words),
      ...(can.manage ? [buttons(...chooseOffer(record.stages, ref, words))] : []),
    ]),
  ];
}
