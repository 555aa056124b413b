import { acceptanceState } from '../../partner-center/agreement.ts';
import { buttons } from '../buttons.ts';
import { changeWords } from '../customers/changeWords.ts';
import type { CustomerView } from '../customers/customerView.ts';
import { group, strong, type Element } from '../elements.ts';
import { acceptanceButtons, acceptanceLines, waitingButtons, waitingForCustomer } from './acceptanceLines.ts';

/** Of one customer, while it has to accept the agreement: where it does, what waits for it, and the ways on. */
export function acceptanceGroup(view: CustomerView): Element[] {
  const { words, ref, agreement, acceptancePage, practise = false, can, changes } = view;
  const waiting = changes.filter(isAwaiting);
  const page = waiting.find(({ awaiting }) => awaiting?.page !== undefined)?.awaiting?.page ?? acceptancePage;
  const isOpen = agreement === undefined ? waiting.length > 0 : acceptanceState(agreement) !== 'accepted';
  if (page === undefined || !isOpen) return [];
  const asked = { words, ref, page, agreement, practise: practise && can.manage };
  return [
    group([...acceptanceLines(asked), buttons(...acceptanceButtons(asked))]),
    ...waiting.map((change) =>
      group([
        strong(changeWords(change.what, words)),
        ...waitingForCustomer(change, words),
        ...(can.manage ? [buttons(...waitingButtons(change, words))] : []),
      ]),
    ),
  ];
}

/** Does it wait for the customer's acceptance? */
export const isAwaiting = ({ state, awaiting }: Pick<CustomerView['changes'][number], 'state' | 'awaiting'>): boolean =>
  state === 'unfinished' && awaiting !== undefined;
