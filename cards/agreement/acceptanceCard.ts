import { acceptanceState } from '../../partner-center/agreement.ts';
import { button, buttons, command } from '../buttons.ts';
import { card, faultLine, group, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { changeWords } from '../customers/changeWords.ts';
import { openCustomer } from '../customers/whose.ts';
import { fitted } from '../size.ts';
import { troubleLines, type Trouble } from '../trouble.ts';
import {
  acceptanceButtons,
  acceptanceLines,
  waitingButtons,
  waitingForCustomer,
  type AcceptanceView,
  type AwaitingChange,
} from './acceptanceLines.ts';

/** The answer to a look at a customer's acceptance. */
export interface AcceptanceCardView extends AcceptanceView {
  readonly companyName: string;
  /** When it was looked at, in ISO 8601. */
  readonly moment: string;
  /** Partner Center does not say. */
  readonly trouble?: Trouble;
  /** What waited for it is being done. */
  readonly placing: boolean;
  /** What waits for it. */
  readonly waiting: readonly AwaitingChange[];
  readonly canOrder: boolean;
}

/** Whether the customer has accepted the agreement by now, and what follows from that. */
export function acceptanceCard(view: AcceptanceCardView): Card {
  const { words, ref, companyName, agreement, trouble } = view;
  const { t } = words;
  const isAccepted = agreement !== undefined && acceptanceState(agreement) === 'accepted';
  const title = t('section.agreement');
  return fitted(
    card(
      title,
      [
        heading(title),
        strong(shortened(companyName)),
        ...(isAccepted ? acceptedLines(view) : openLines(view, trouble)),
      ],
      [openCustomer({ words, ref }, true), button(t('button.customers'), command('customers'))],
    ),
  );
}

const acceptedLines = ({ words: { t }, ref, placing, canOrder }: AcceptanceCardView): Element[] => [
  paragraph(t('acceptance.done')),
  ...(placing ? [paragraph(t('acceptance.placing'))] : []),
  ...(canOrder && !placing
    ? [buttons(button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref }))]
    : []),
];

function openLines(view: AcceptanceCardView, trouble: Trouble | undefined): Element[] {
  const { words, waiting, moment } = view;
  const { t } = words;
  return [
    ...(trouble === undefined
      ? [faultLine(t('acceptance.notYet', { moment: words.moment(moment) }))]
      : troubleLines(trouble, words)),
    ...acceptanceLines(view),
    buttons(...acceptanceButtons(view)),
    ...waiting.map((change) =>
      group([
        strong(changeWords(change.what, words)),
        ...waitingForCustomer(change, words),
        ...(view.canOrder ? [buttons(...waitingButtons(change, words))] : []),
      ]),
    ),
  ];
}
