import { allowedActions } from '../../partner-center/allowedActions.ts';
import type { Subscription } from '../../partner-center/management.ts';
import type { Fault } from '../../storage/draft.ts';
import { faultyInput } from '../faultyInput.ts';
import { answerFaultLines } from '../reasons.ts';
import { troubleLines, type Trouble } from '../trouble.ts';
import { button, buttons, command } from '../buttons.ts';
import {
  card,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  subheading,
  type Card,
  type Element,
} from '../elements.ts';
import { actionButton } from './actionButtons.ts';
import { subscriptionLine } from './subscriptionLine.ts';
import { openCustomer, type Once } from './whose.ts';

/** End relationship: what stands in its way, or what follows from it. */
export interface RelationshipView extends Once {
  /** Absent while Partner Center does not say. */
  readonly subscriptions?: readonly Subscription[];
  readonly now: Date;
  readonly canManage: boolean;
  /** It is recorded here, too. */
  readonly recorded: boolean;
  /** Days the data of a suspended subscription that was sold before new commerce is kept. */
  readonly days: number;
  readonly typed: string;
  readonly fault?: Fault;
  readonly trouble?: Trouble;
}

/** Does a subscription stand in the way of ending the relationship for certain? */
export const blocks = ({ status }: Subscription): boolean => status.toLowerCase() === 'active';

/** May it stand in the way, although it is suspended? Of new commerce the term goes on. */
const mayBlock = ({ status, commerce }: Subscription): boolean =>
  status.toLowerCase() === 'suspended' && commerce === 'new';

/** Most subscriptions listed; the others follow when these are suspended. */
const mostBlocking = 10;

/** Ending a relationship: first nothing may stand in its way, then the company's name is typed. */
export function relationshipCard(view: RelationshipView): Card {
  const { words, ref, subscriptions = [] } = view;
  const { t } = words;
  const blocking = subscriptions.filter(blocks);
  const open = openCustomer(view);
  const customers = button(t('button.customers'), command('customers'));
  const again = button(t('button.checkAgain'), { verb: 'endRelationship', argument: ref }, true);
  const end = button(t('button.endRelationship'), { verb: 'removeRelationship', argument: `${ref} ${view.changeId}` });
  return card(
    t('end.title'),
    [
      heading(t('end.title')),
      strong(shortened(view.companyName)),
      ...(blocking.length > 0 ? inTheWay(view, blocking) : [...consequences(view), ...nameInput(view)]),
    ],
    blocking.length > 0 ? [again, open, customers] : [end, open, customers],
  );
}

function inTheWay(view: RelationshipView, blocking: readonly Subscription[]): Element[] {
  const { words, canManage } = view;
  const { t } = words;
  const kinds = new Set(blocking.map(({ commerce }) => commerce));
  return [
    paragraph(t('end.blocked', { n: blocking.length })),
    ...(kinds.has('new') ? [paragraph(t('end.blockedNew'))] : []),
    ...(kinds.has('legacy') || kinds.has('unknown') ? [paragraph(t('end.blockedLegacy'))] : []),
    ...(kinds.has('azure') ? [paragraph(t('end.blockedAzure'))] : []),
    ...listed(view, blocking),
    ...(canManage ? [] : [paragraph(t('end.askColleague'))]),
  ];
}

/** Subscriptions, each with the way to have it out of the way. */
function listed(view: RelationshipView, all: readonly Subscription[]): Element[] {
  const { words, now } = view;
  const left = all.length - mostBlocking;
  return [
    ...all
      .slice(0, mostBlocking)
      .map((one) =>
        group([
          strong(shortened(one.name)),
          paragraph(subscriptionLine(one, now, words)),
          ...(view.canManage ? waysOut(one, view) : []),
        ]),
      ),
    ...(left > 0 ? [paragraph(words.t('subscriptions.more', { n: left }), { subtle: true })] : []),
  ];
}

/** New commerce is cancelled, or ends with its term; what else there is is suspended, an Azure plan as well. */
function waysOut(one: Subscription, { words, ref, now }: RelationshipView): Element[] {
  const allowed = allowedActions(one, now);
  const wanted = one.commerce === 'new' ? (['cancelSubscription', 'endOfTerm'] as const) : (['suspend'] as const);
  const ways = wanted.filter((action) => allowed.includes(action) || (action === 'suspend' && blocks(one)));
  const which = { words, ref, id: one.id };
  return ways.length === 0 ? [] : [buttons(...ways.map((action) => actionButton(action, which)))];
}

function consequences(view: RelationshipView): Element[] {
  const { words, subscriptions = [], days, recorded } = view;
  const { t } = words;
  const suspended = subscriptions.filter(({ status }) => status.toLowerCase() === 'suspended');
  const left = suspended.filter(mayBlock);
  return [
    ...(left.length === 0 ? [] : [paragraph(t('end.suspended')), ...listed(view, left)]),
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

function nameInput({ words, typed, fault, trouble }: RelationshipView): Element[] {
  const { t } = words;
  return [
    ...(trouble === undefined ? [] : [...troubleLines(trouble, words), paragraph(t('changed.nothing'))]),
    ...faultyInput(
      t('field.typeName'),
      (label) => ({ type: 'Input.Text', id: 'companyName', label, value: typed.slice(0, 300) }),
      fault === undefined ? [] : answerFaultLines(fault, words),
      words,
    ),
  ];
}
