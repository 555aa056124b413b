import type { Words } from '../../locales/words.ts';
import { type Acceptance, acceptanceState, awaitsCustomer } from '../../partner-center/rules/agreement.ts';
import { refusalOf } from '../../partner-center/rules/fault.ts';
import type { Change } from '../../model/change.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  copyable,
  type Element,
  faultLine,
  fitToSizeLimit,
  group,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { idLines, refusalLines, type RefusedCall, refusedCallLines } from '../faultLines.ts';
import { changeWords } from './changeWords.ts';
import { customerButton } from './customerCardBase.ts';
import { entryButton } from '../listEntry.ts';

/** Data of the lines shown while a customer has to accept the agreement. */
interface AcceptanceView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  /** Address of the page where the customer accepts. */
  readonly page: string;
  /** The customer's acceptance at Partner Center; absent where Partner Center was not asked. */
  readonly agreement?: Acceptance | undefined;
  /** True in practice, where nobody else can accept. */
  readonly practise?: boolean;
}

/** A change that waits for the customer's acceptance. */
export type AwaitingChange = Pick<Change, 'id' | 'what' | 'fault' | 'awaiting' | 'wakeAt'>;

/** Lines that say what has to be done, by whom and where. The address stands alone, to be copied. */
export function acceptanceLines({ words, page, agreement }: AcceptanceView): Element[] {
  const { t } = words;
  const acceptedAt = agreement?.acceptedAt;
  const isOld = agreement !== undefined && acceptanceState(agreement) === 'too-old' && acceptedAt !== undefined;
  return [
    strong(t('acceptance.title')),
    paragraph(isOld ? t('acceptance.old', { day: words.day(acceptedAt.slice(0, 10)) }) : t('acceptance.text')),
    copyable(page),
  ];
}

/** Lines of a waiting change: the reason, the last and next check, and the last refusal. */
export function awaitingChangeLines({ fault, awaiting, wakeAt, what }: AwaitingChange, words: Words): Element[] {
  const { t } = words;
  return [
    ...(what.kind === 'order' ? [paragraph(t('acceptance.waiting'))] : []),
    ...acceptanceRefusalLines(fault, words),
    ...(wakeAt === undefined ? [] : [paragraph(lookupText(awaiting?.lookedAt, wakeAt, words), { subtle: true })]),
  ];
}

function lookupText(lookedAt: string | undefined, wakeAt: string, words: Words): string {
  const { t } = words;
  const next = words.moment(wakeAt);
  return lookedAt === undefined
    ? t('acceptance.next', { next })
    : t('acceptance.looks', { looked: words.moment(lookedAt), next });
}

/** Lines of the refusal that a check got, or that Partner Center gave to recording the acceptance. */
function acceptanceRefusalLines(fault: AwaitingChange['fault'], words: Words): Element[] {
  if (fault === undefined) return [];
  if (!awaitsCustomer(fault.reason)) return refusalLines(refusalOf(fault), words);
  const { description } = fault;
  if (description === undefined || description === '') return [];
  const reason = description.replace(/[.\s]+$/, '');
  return [faultLine(words.t('acceptance.refusal', { reason })), ...idLines(refusalOf(fault), words)];
}

/** Buttons for the customer's acceptance: a text to send it, and a check at once. */
export const acceptanceButtons = ({ words: { t }, ref, practise }: AcceptanceView) => [
  button(t('button.customerText'), { verb: 'agreementText', argument: ref }),
  button(t('button.checkAgain'), { verb: 'checkAgreement', argument: ref }),
  ...(practise === true ? [button(t('button.practiseAcceptance'), { verb: 'practiseAcceptance', argument: ref })] : []),
];

/** Buttons of a waiting change: an order is given up or changed, anything else is given up. */
export function awaitingChangeButtons({ id, what }: Pick<Change, 'id' | 'what'>, words: Words) {
  const { t } = words;
  const ways =
    what.kind === 'order'
      ? [
          button(t('button.changeOrder'), { verb: 'changeOrder', argument: id }),
          button(t('button.giveUpOrder'), { verb: 'dropChange', argument: id }),
        ]
      : [button(t('button.giveUp'), { verb: 'dropChange', argument: id })];
  return ways.map((way) => entryButton(way, changeWords(what, words), words));
}

/** Data of the card that answers a check of a customer's acceptance. */
interface AcceptanceCardView extends AcceptanceView {
  readonly companyName: string;
  /** Time of the check, in ISO 8601. */
  readonly moment: string;
  /** The refused call, where Partner Center did not answer. */
  readonly refusedCall?: RefusedCall;
  /** True while the changes that waited for the acceptance are being made. */
  readonly placing: boolean;
  /** Changes that wait for the acceptance. */
  readonly waiting: readonly AwaitingChange[];
  readonly canOrder: boolean;
}

/** Card that says whether the customer has accepted the agreement by now, and what follows from that. */
export function acceptanceCard(view: AcceptanceCardView): Card {
  const { words, ref, companyName, agreement, refusedCall } = view;
  const { t } = words;
  const isAccepted = agreement !== undefined && acceptanceState(agreement) === 'accepted';
  const title = t('section.agreement');
  return fitToSizeLimit(
    card(
      title,
      [
        ...titleLines(title, shortened(companyName)),
        ...(isAccepted ? acceptedLines(view) : unacceptedLines(view, refusedCall)),
      ],
      [customerButton({ words, ref }, true), button(t('button.customers'), command('customers'))],
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

function unacceptedLines(view: AcceptanceCardView, refusedCall: RefusedCall | undefined): Element[] {
  const { words, waiting, moment } = view;
  const { t } = words;
  return [
    ...(refusedCall === undefined
      ? [faultLine(t('acceptance.notYet', { moment: words.moment(moment) }))]
      : refusedCallLines(refusedCall, words)),
    ...acceptanceLines(view),
    buttons(...acceptanceButtons(view)),
    ...waiting.map((change) =>
      group([
        strong(changeWords(change.what, words)),
        ...awaitingChangeLines(change, words),
        ...(view.canOrder ? [buttons(...awaitingChangeButtons(change, words))] : []),
      ]),
    ),
  ];
}
