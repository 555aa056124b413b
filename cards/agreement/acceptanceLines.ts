import type { Words } from '../../locales/words.ts';
import { acceptanceState, awaitsCustomer, type Acceptance } from '../../partner-center/agreement.ts';
import { refusalOf } from '../../partner-center/fault.ts';
import type { Change } from '../../storage/changes.ts';
import { button } from '../buttons.ts';
import { copyable, faultLine, paragraph, strong, type Element } from '../elements.ts';
import { idLines, refusalLines } from '../reasons.ts';

/** What is shown while a customer has to accept the agreement. */
export interface AcceptanceView {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  /** Where it accepts. */
  readonly page: string;
  /** What Partner Center knows of its acceptance; absent where it was not asked. */
  readonly agreement?: Acceptance | undefined;
  /** In practice nobody else can accept. */
  readonly practise?: boolean;
}

/** A change that waits for the customer's acceptance. */
export type AwaitingChange = Pick<Change, 'id' | 'what' | 'fault' | 'awaiting' | 'wakeAt'>;

/** What has to be done, by whom and where; the address stands alone, to be copied. */
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

/** How an order waits: what it waits for, when that was looked for, and what went wrong with it. */
export function waitingForCustomer({ fault, awaiting, wakeAt, what }: AwaitingChange, words: Words): Element[] {
  const { t } = words;
  return [
    ...(what.kind === 'order' ? [paragraph(t('acceptance.waiting'))] : []),
    ...refused(fault, words),
    ...(wakeAt === undefined ? [] : [paragraph(looksText(awaiting?.lookedAt, wakeAt, words), { subtle: true })]),
  ];
}

function looksText(lookedAt: string | undefined, wakeAt: string, words: Words): string {
  const { t } = words;
  const next = words.moment(wakeAt);
  return lookedAt === undefined
    ? t('acceptance.next', { next })
    : t('acceptance.looks', { looked: words.moment(lookedAt), next });
}

/** Why it could not be looked for, or what Partner Center said to the acceptance that was to be recorded. */
function refused(fault: AwaitingChange['fault'], words: Words): Element[] {
  if (fault === undefined) return [];
  if (!awaitsCustomer(fault.reason)) return refusalLines(refusalOf(fault), words);
  const { description } = fault;
  if (description === undefined || description === '') return [];
  const reason = description.replace(/[.\s]+$/, '');
  return [faultLine(words.t('acceptance.refusal', { reason })), ...idLines(refusalOf(fault), words)];
}

/** The ways on for the customer: a text for it, and a look at once. */
export const acceptanceButtons = ({ words: { t }, ref, practise }: AcceptanceView) => [
  button(t('button.customerText'), { verb: 'agreementText', argument: ref }),
  button(t('button.checkAgain'), { verb: 'checkAgreement', argument: ref }),
  ...(practise === true ? [button(t('button.practiseAcceptance'), { verb: 'practiseAcceptance', argument: ref })] : []),
];

/** The ways on for what waits: an order is given up, or changed; anything else is given up. */
export const waitingButtons = ({ id, what }: Pick<Change, 'id' | 'what'>, { t }: Words) =>
  what.kind === 'order'
    ? [
        button(t('button.changeOrder'), { verb: 'changeOrder', argument: id }),
        button(t('button.giveUpOrder'), { verb: 'dropChange', argument: id }),
      ]
    : [button(t('button.giveUp'), { verb: 'dropChange', argument: id })];
