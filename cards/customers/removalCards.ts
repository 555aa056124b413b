import { allowedActions, stopLines } from '../../partner-center/customerSubscriptions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Fault } from '../../model/draft.ts';
import { inputWithFaults } from '../inputs.ts';
import { answerFaultLines, type RefusedCall, refusedCallLines } from '../faultLines.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  dangerButton,
  type Element,
  group,
  paragraph,
  shortened,
  strong,
  subheading,
  below,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { actionButton, type ChangeCardBase, customerButton } from './customerCardBase.ts';
import { listedLine, surchargeLines } from './subscriptionWords.ts';
import { stopTitle } from './stopCard.ts';
import { endingPlace, withPlace } from './wayBack.ts';
import type { Words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import { entryButton } from '../listEntry.ts';

/** Data of the card that ends a relationship. */
export interface RelationshipView extends ChangeCardBase {
  /** Absent where Partner Center does not answer. */
  readonly subscriptions?: readonly Subscription[];
  readonly now: Date;
  readonly canManage: boolean;
  /** True where the customer is recorded here, too. */
  readonly recorded: boolean;
  /** Days the data of a suspended subscription that was sold before new commerce is kept. */
  readonly days: number;
  readonly typed: string;
  readonly fault?: Fault;
  readonly refusedCall?: RefusedCall;
}

/** True for a subscription that certainly prevents ending the relationship. */
export const blocksRemoval = ({ status }: Subscription): boolean => status.toLowerCase() === 'active';

/** True for a suspended subscription that may prevent it: in new commerce the term goes on. */
const mayBlockRemoval = ({ status, commerce }: Subscription): boolean =>
  status.toLowerCase() === 'suspended' && commerce === 'new';

/** Maximum of subscriptions listed; the others follow when these are suspended. */
const maxBlockingListed = 10;

/** Card that ends a relationship: it lists subscriptions that prevent it, or asks for the company's name. */
export function relationshipCard(view: RelationshipView): Card {
  const { words, ref, subscriptions = [] } = view;
  const { t } = words;
  const blocking = subscriptions.filter(blocksRemoval);
  const open = customerButton(view);
  const cancel = button(t('button.keepRelationship'), { verb: 'customer', argument: ref });
  const customers = button(t('button.customers'), command('customers'));
  const lines = view.canManage ? stopLines(subscriptions, view.now) : [];
  const stop = lines.length < 2 ? [] : [dangerButton(stopTitle(lines, words), { verb: 'askStop', argument: ref })];
  const again = button(t('button.checkAgain'), { verb: 'endRelationship', argument: ref }, true);
  const end = dangerButton(t('button.endRelationship'), {
    verb: 'removeRelationship',
    argument: `${ref} ${view.changeId}`,
  });
  return card(
    t('end.title'),
    [
      ...titleLines(t('end.title'), shortened(view.companyName)),
      ...(blocking.length > 0
        ? blockingLines(view, blocking)
        : [...removalConsequences(view), ...companyNameInput(view)]),
    ],
    blocking.length > 0 ? [again, open, customers, ...stop] : [cancel, end],
  );
}

function blockingLines(view: RelationshipView, blocking: readonly Subscription[]): Element[] {
  const { words, canManage } = view;
  const { t } = words;
  const kinds = new Set(blocking.map(({ commerce }) => commerce));
  return [
    paragraph(t('end.blocked', { n: blocking.length })),
    ...(kinds.has('new') ? [paragraph(t('end.blockedNew'))] : []),
    ...(kinds.has('legacy') || kinds.has('unknown') ? [paragraph(t('end.blockedLegacy'))] : []),
    ...(kinds.has('azure') ? [paragraph(t('end.blockedAzure'))] : []),
    ...subscriptionGroups(view, blocking),
    ...(canManage ? [] : [paragraph(t('end.askColleague'))]),
  ];
}

/** Groups of subscriptions, each with the buttons that cancel or suspend it. */
function subscriptionGroups(view: RelationshipView, all: readonly Subscription[]): Element[] {
  const { words, now } = view;
  const left = all.length - maxBlockingListed;
  const shown = all.slice(0, maxBlockingListed);
  return [
    ...shown.map((one) =>
      group([
        strong(shortened(one.name)),
        below(paragraph(listedLine(one, now, words), { subtle: true })),
        ...(view.canManage ? removalButtons(one, view) : []),
      ]),
    ),
    ...surchargeLines(shown, view),
    ...(left > 0 ? [paragraph(words.t('subscriptions.more', { n: left }), { subtle: true })] : []),
  ];
}

/**
 * Buttons that stop a subscription: new commerce is cancelled or ends with its term, all else is suspended, Azure plans
 * too.
 */
function removalButtons(one: Subscription, { words, ref, now }: RelationshipView): Element[] {
  const allowed = allowedActions(one, now);
  const wanted = one.commerce === 'new' ? (['cancelSubscription', 'endOfTerm'] as const) : (['suspend'] as const);
  const ways = wanted.filter((action) => allowed.includes(action) || (action === 'suspend' && blocksRemoval(one)));
  const which = { words, ref, id: one.id };
  return ways.length === 0
    ? []
    : [
        withPlace(
          buttons(...ways.map((action) => entryButton(actionButton(action, which), one.name, words))),
          endingPlace(ref),
        ),
      ];
}

function removalConsequences(view: RelationshipView): Element[] {
  const { words, subscriptions = [], days, recorded } = view;
  const { t } = words;
  const suspended = subscriptions.filter(({ status }) => status.toLowerCase() === 'suspended');
  const left = suspended.filter(mayBlockRemoval);
  return [
    ...(left.length === 0 ? [] : [paragraph(t('end.suspended')), ...subscriptionGroups(view, left)]),
    subheading(t('end.follows')),
    paragraph(t('end.list')),
    paragraph(t('end.rights')),
    paragraph(t('end.orders')),
    ...(suspended.some(({ commerce }) => commerce === 'legacy') ? [paragraph(t('end.data', { n: days }))] : []),
    paragraph(t('end.elsewhere')),
    ...(recorded ? [paragraph(t('end.record'))] : []),
    paragraph(t('end.again')),
  ];
}

function companyNameInput({ words, typed, fault, refusedCall }: RelationshipView): Element[] {
  const { t } = words;
  return [
    ...(refusedCall === undefined ? [] : [...refusedCallLines(refusedCall, words), paragraph(t('changed.nothing'))]),
    ...inputWithFaults(
      t('field.typeName'),
      (label) => ({ type: 'Input.Text', id: 'companyName', label, value: typed.slice(0, 300) }),
      fault === undefined ? [] : answerFaultLines(fault, words),
      words,
    ),
  ];
}

/**
 * Card that asks once before a record is deleted, and says what stays. `waits`: an order waits for the customer's
 * acceptance.
 */
export function eraseRecordCard(
  { id, companyName }: Pick<Customer, 'id' | 'companyName'>,
  { t }: Words,
  waits = false,
): Card {
  return card(
    t('erase.title'),
    [
      ...titleLines(t('erase.title'), companyName),
      paragraph(t('erase.text')),
      ...(waits ? [strong(t('acceptance.erased'))] : []),
    ],
    [
      button(t('button.cancel'), { verb: 'customer', argument: id }),
      dangerButton(t('button.deleteRecord'), { verb: 'eraseRecord', argument: id }),
    ],
  );
}
