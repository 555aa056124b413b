import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { inOrder } from '../../partner-center/subscriptionOrder.ts';
import type { Change } from '../../storage/changes.ts';
import type { Customer } from '../../storage/customers.ts';
import { stageNames, type Stages } from '../../storage/stages.ts';
import { changeWords } from './changeCards.ts';
import {
  button,
  buttons,
  card,
  factLines,
  faultLine,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  subheading,
  type Card,
  type Element,
  type Fact,
  type PressData,
} from '../elements.ts';
import { command } from '../homeCard.ts';
import { factLabel, relationshipWords } from '../labels.ts';
import { reasonSentence, reasonWords, type Reason } from '../reasons.ts';
import { fitted } from '../size.ts';
import { faultsOf, stageFacts } from '../submissionCards.ts';
import { subscriptionLine } from './subscriptionWords.ts';

/** What a fault is shown with. */
export interface Trouble {
  readonly fault: Reason;
  readonly correlationId: string;
}

/** What Partner Center says of an agreement. */
export interface AgreementState {
  /** ISO 8601. */
  readonly recordedAt?: string;
  readonly signedByCustomer: boolean;
}

/** A change that is not over yet. */
export type OpenChange = Pick<Change, 'id' | 'state' | 'what' | 'fault'>;

/** One customer, as far as it is known. */
export interface CustomerView {
  readonly words: Words;
  /** How buttons name it. */
  readonly ref: string;
  readonly companyName: string;
  readonly domain: string;
  readonly microsoftId: string;
  readonly relationship: string;
  /** Absent for a customer that only Partner Center knows. */
  readonly record?: Pick<Customer, 'id' | 'stages' | 'addedBy' | 'addedAt' | 'practice' | 'reseller' | 'existing'>;
  /** Account info, part by part. */
  readonly parts: readonly { readonly title: string; readonly facts: readonly Fact[] }[] | Trouble;
  /** Absent where Partner Center was not asked, or did not say. */
  readonly agreement?: AgreementState;
  /** Absent without a relationship. */
  readonly subscriptions?: readonly Subscription[] | Trouble;
  readonly changes: readonly OpenChange[];
  readonly can: {
    readonly add: boolean;
    readonly manage: boolean;
    readonly remove: boolean;
    readonly invite: boolean;
  };
}

/** Most subscriptions on the card of the customer; all are on a card of their own. */
const mostSubscriptions = 8;

/** One customer, whole: who it is, what it has, what is under way, and everything that can be done with it. */
export function customerCard(view: CustomerView): Card {
  const { words } = view;
  const { t } = words;
  return fitted(
    card(
      view.companyName,
      [
        heading(t('customer.title')),
        strong(view.companyName),
        ...factLines(factsOf(view)),
        ...(view.record?.practice === true ? [paragraph(t('confirmation.practice'), { subtle: true })] : []),
        ...(view.record === undefined ? [] : faultsOf(view.record.stages, words)),
        ...underWay(view),
        ...subscriptions(view),
        ...accountInfo(view),
      ],
      bar(view),
    ),
  );
}

function factsOf(view: CustomerView): Fact[] {
  const { words, record, agreement } = view;
  const { t } = words;
  const left = record === undefined || record.existing === true || isAllDone(record.stages) ? undefined : record.stages;
  return [
    { label: factLabel('domain', words), value: view.domain },
    { label: factLabel('microsoftId', words), value: view.microsoftId },
    { label: factLabel('relationship', words), value: relationshipWords(view.relationship, words) },
    ...(record?.reseller === undefined ? [] : [{ label: factLabel('reseller', words), value: record.reseller }]),
    ...(left === undefined ? [] : stageFacts(left, words)),
    ...(agreement === undefined
      ? []
      : [{ label: t('form.fact', { label: t('section.agreement') }), value: agreementWords(agreement, words) }]),
    ...(record === undefined ? [] : recorded(record, words)),
  ];
}

/** Steps that were all done say nothing: what they made is on the card. */
const isAllDone = (stages: Stages): boolean => stageNames.every((name) => (stages[name]?.state ?? 'done') === 'done');

const recorded = ({ id, addedBy, addedAt }: NonNullable<CustomerView['record']>, words: Words): Fact[] => [
  { label: factLabel('addedBy', words), value: addedBy.name ?? words.t('customer.colleague') },
  { label: factLabel('addedAt', words), value: words.moment(addedAt) },
  { label: factLabel('draft', words), value: id },
];

function agreementWords({ recordedAt, signedByCustomer }: AgreementState, words: Words): string {
  const { t } = words;
  if (signedByCustomer) return t('agreement.signed');
  return recordedAt === undefined
    ? t('agreement.notRecorded')
    : t('agreement.recorded', { day: words.day(recordedAt.slice(0, 10)) });
}

/** What is not over yet: the submission, and changes. */
function underWay({ words, record, changes }: CustomerView): Element[] {
  const { t } = words;
  const failed = Object.values(record?.stages ?? {}).some((stage) => stage?.state === 'failed');
  return [
    ...(failed && record !== undefined
      ? [
          group([
            subheading(t('unfinished.title')),
            paragraph(t('customer.unfinished')),
            buttons(button(t('button.finish'), { verb: 'finish', argument: record.id }, true)),
          ]),
        ]
      : []),
    ...changes.map(({ id, state, what, fault }) =>
      group([
        strong(t(state === 'unfinished' ? 'change.unfinished' : 'changing.title')),
        paragraph(changeWords(what, words)),
        ...(state === 'unfinished' && fault !== undefined
          ? [faultLine(t('form.sentence', { text: reasonWords(fault, words) }))]
          : []),
        ...(state === 'unfinished'
          ? [
              buttons(
                button(t('button.finish'), { verb: 'finishChange', argument: id }),
                button(t('button.giveUp'), { verb: 'dropChange', argument: id }),
              ),
            ]
          : []),
      ]),
    ),
  ];
}

function subscriptions({ words, ref, subscriptions: found, can }: CustomerView): Element[] {
  if (found === undefined) return [];
  const { t } = words;
  const open = button(t('button.subscriptions'), { verb: 'subscriptions', argument: ref });
  const add = can.manage ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref })] : [];
  const again = button(t('button.tryAgain'), { verb: 'customer', argument: ref });
  if ('fault' in found)
    return [group([subheading(t('section.subscriptions')), ...troubleLines(found, words), buttons(again, ...add)])];
  const shown = inOrder(found).slice(0, mostSubscriptions);
  const left = found.length - shown.length;
  return [
    group([
      subheading(t('section.subscriptions')),
      ...(found.length === 0 ? [paragraph(t('subscriptions.none'))] : []),
      ...factLines(
        shown.map(({ subscription, isAddOn }) => ({
          label: t(isAddOn ? 'subscription.addOn' : 'form.fact', { label: shortened(subscription.name) }),
          value: subscriptionLine(subscription, words),
        })),
      ),
      ...(left === 0 ? [] : [paragraph(t('subscriptions.more', { n: left }), { subtle: true })]),
      ...(found.length + add.length === 0 ? [] : [buttons(...(found.length === 0 ? [] : [open]), ...add)]),
    ]),
  ];
}

/** What Partner Center did not say, and the id to ask about. */
export const troubleLines = ({ fault, correlationId }: Trouble, words: Words): Element[] => [
  faultLine(reasonSentence(fault, words)),
  paragraph(words.t('trouble.correlation', { id: correlationId }), { subtle: true }),
];

const accountInfo = ({ words, ref, parts, can }: CustomerView): Element[] => [
  ...('fault' in parts
    ? [group([subheading(words.t('customer.account')), ...troubleLines(parts, words)])]
    : parts.map(({ title, facts }) => group([subheading(title), ...factLines(facts)]))),
  ...(can.manage ? [buttons(button(words.t('button.updateAccount'), { verb: 'updateAccount', argument: ref }))] : []),
];

function bar({ words, ref, record, can }: CustomerView) {
  const { t } = words;
  const one = (title: string, verb: string) => button(title, { verb, argument: ref });
  return [
    one(t('button.history'), 'history'),
    ...(can.add ? [one(t('button.asDraft'), 'asDraft')] : []),
    ...(can.invite ? [button(t('button.invite'), command('invite'))] : []),
    ...(can.remove && !can.invite ? [one(t('button.endRelationship'), 'endRelationship')] : []),
    ...(can.remove && record !== undefined ? [one(t('button.deleteRecord'), 'deleteRecord')] : []),
    button(t('button.customers'), command('customers')),
  ];
}

/** What a button asked for cannot be shown: Partner Center does not say. Trying again presses it again. */
export const customerTroubleCard = (words: Words, trouble: Trouble, again: PressData): Card =>
  card(
    words.t('trouble.title'),
    [heading(words.t('trouble.title')), ...troubleLines(trouble, words), paragraph(words.t('changed.nothing'))],
    [
      button(words.t('button.tryAgain'), again, true),
      button(words.t('button.customers'), command('customers')),
      button(words.t('button.help'), command('help')),
    ],
  );

/** Deleting a record asks once, and says what stays. */
export function eraseCard({ id, companyName }: Pick<Customer, 'id' | 'companyName'>, { t }: Words): Card {
  return card(
    t('erase.title'),
    [heading(t('erase.title')), strong(companyName), paragraph(t('erase.text'))],
    [
      button(t('button.deleteRecord'), { verb: 'eraseRecord', argument: id }),
      button(t('button.customers'), command('customers')),
    ],
  );
}
