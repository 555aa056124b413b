import type { Words } from '../../locales/words.ts';
import { type Acceptance, acceptanceState } from '../../partner-center/rules/agreement.ts';
import type { AccountReview, Subscription } from '../../partner-center/management.ts';
import type { OfferFacts } from '../../partner-center/lifecycle.ts';
import type { Vetting } from '../../partner-center/rules/qualification.ts';
import type { Customer } from '../../model/customer.ts';
import { button, buttons, type Element, group, paragraph, strong, subheading } from '../elements.ts';
import { refusalLine, type RefusedCall, wakeLine } from '../faultLines.ts';
import type { OpenOrder } from '../orderLines.ts';
import { refusalOf } from '../../partner-center/rules/fault.ts';
import type { CloudId } from '../../model/clouds.ts';
import type { Change } from '../../model/change.ts';
import { failedStage } from '../../model/stages.ts';
import { changeWords } from './changeWords.ts';
import { acceptanceButtons, acceptanceLines, awaitingChangeButtons, awaitingChangeLines } from './acceptanceCard.ts';
import { entryButton } from '../listEntry.ts';

/** Data of a customer's card, as far as it is known. */
export interface CustomerView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly relationship: string;
  /** Absent for a customer that only Partner Center knows. */
  readonly record?: Pick<
    Customer,
    'id' | 'stages' | 'addedBy' | 'addedAt' | 'practice' | 'reseller' | 'existing' | 'cloud' | 'country'
  >;
  /** Absent where Partner Center was not asked, or did not say. */
  readonly agreement?: Acceptance;
  /** Absent without a relationship, and where the cloud has none. */
  readonly qualifications?: readonly Vetting[] | RefusedCall;
  /** Result of Microsoft's review of the account; absent without a relationship. */
  readonly review?: AccountReview | RefusedCall;
  /** Page where the customer accepts the agreement; absent where there is none, or no relationship. */
  readonly acceptancePage?: string;
  /** True in practice, where nobody else can accept, or decide in Microsoft's place. */
  readonly practise?: boolean;
  /** Cloud in whose Partner Center the customer is found; absent in practice, and before it has a tenant. */
  readonly portal?: CloudId;
  /** Absent without a relationship. */
  readonly subscriptions?: readonly Subscription[] | RefusedCall;
  /** Facts of a subscription's offer, as far as they are known. */
  readonly factsOf?: (subscription: Subscription) => OfferFacts;
  /** Ordered offers that are no subscription yet. */
  readonly orders: readonly OpenOrder[];
  readonly now: Date;
  readonly changes: readonly OpenChange[];
  /** Time at which its submission resumes by itself, in ISO 8601; absent where none is set. */
  readonly wakeAt?: string;
  readonly can: {
    readonly add: boolean;
    readonly manage: boolean;
    readonly remove: boolean;
    readonly invite: boolean;
    /** Right to ask for a new admin password. */
    readonly password: boolean;
  };
}

/** A change that is not finished yet. */
export type OpenChange = Pick<Change, 'id' | 'state' | 'what' | 'fault' | 'wakeAt' | 'awaiting'>;

/** Maximum of characters of Partner Center's sentences on a customer's card. */
export const maxDescriptionLength = 300;

/** Groups of the unfinished submission and of open changes, except those that wait for the customer's acceptance. */
export function openChangeGroups({ words, record, changes, wakeAt: submissionWakeAt }: CustomerView): Element[] {
  const { t } = words;
  const room = Math.floor(maxDescriptionLength / Math.max(1, changes.length));
  return [
    ...(record !== undefined && failedStage(record.stages) !== undefined
      ? [
          group([
            subheading(t('unfinished.title')),
            paragraph(t('customer.unfinished')),
            ...wakeLine(submissionWakeAt, words),
            buttons(
              entryButton(
                button(t('button.finish'), { verb: 'finish', argument: record.id }, true),
                t('unfinished.title'),
                words,
              ),
            ),
          ]),
        ]
      : []),
    ...changes
      .filter((change) => !isAwaitingAcceptance(change))
      .map(({ id, state, what, fault, wakeAt }) =>
        group([
          strong(t(state === 'unfinished' ? 'change.unfinished' : 'changing.title')),
          paragraph(changeWords(what, words)),
          ...(state === 'unfinished' && fault !== undefined ? [refusalLine(refusalOf(fault), words, room)] : []),
          ...(state === 'unfinished'
            ? [
                ...wakeLine(wakeAt, words),
                buttons(
                  ...[
                    button(t('button.finish'), { verb: 'finishChange', argument: id }),
                    button(t('button.giveUp'), { verb: 'dropChange', argument: id }),
                  ].map((way) => entryButton(way, changeWords(what, words), words)),
                ),
              ]
            : []),
        ]),
      ),
  ];
}

/**
 * Groups on a customer's card while it has to accept the agreement: the page, the changes that wait, and their buttons.
 */
export function acceptanceGroup(view: CustomerView): Element[] {
  const { words, ref, agreement, acceptancePage, practise = false, can, changes } = view;
  const waiting = changes.filter(isAwaitingAcceptance);
  const page = waiting.find(({ awaiting }) => awaiting?.page !== undefined)?.awaiting?.page ?? acceptancePage;
  const isOpen = agreement === undefined ? waiting.length > 0 : acceptanceState(agreement) !== 'accepted';
  if (page === undefined || !isOpen) return [];
  const asked = { words, ref, page, agreement, practise: practise && can.manage };
  return [
    group([...acceptanceLines(asked), buttons(...acceptanceButtons(asked))]),
    ...waiting.map((change) =>
      group([
        strong(changeWords(change.what, words)),
        ...awaitingChangeLines(change, words),
        ...(can.manage ? [buttons(...awaitingChangeButtons(change, words))] : []),
      ]),
    ),
  ];
}

/** True while the change waits for the customer's acceptance. */
export const isAwaitingAcceptance = ({
  state,
  awaiting,
}: Pick<CustomerView['changes'][number], 'state' | 'awaiting'>): boolean =>
  state === 'unfinished' && awaiting !== undefined;
