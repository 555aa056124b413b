import type { Subscription } from '../../partner-center/management.ts';
import type { Fault } from '../../storage/draft.ts';
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
  /** Days the data of a suspended subscription is kept. */
  readonly days: number;
  readonly typed: string;
  readonly fault?: Fault;
  readonly trouble?: Trouble;
}

/** Does a subscription stand in the way of ending the relationship? */
export const blocks = ({ status }: Subscription): boolean => status.toLowerCase() === 'active';

/** Most subscriptions listed; the others follow when these are suspended. */
const mostBlocking = 10;

/** Ending a relationship: first every active subscription is suspended, then the company's name is typed. */
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

function inTheWay({ words, ref, now, canManage }: RelationshipView, blocking: readonly Subscription[]): Element[] {
  const { t } = words;
  const left = blocking.length - mostBlocking;
  return [
    paragraph(t('end.blocked', { n: blocking.length })),
    ...blocking
      .slice(0, mostBlocking)
      .map((subscription) =>
        group([
          strong(shortened(subscription.name)),
          paragraph(subscriptionLine(subscription, now, words)),
          ...(canManage
            ? [buttons(button(t('button.suspend'), { verb: 'suspend', argument: `${ref} ${subscription.id}` }))]
            : []),
        ]),
      ),
    ...(left > 0 ? [paragraph(t('subscriptions.more', { n: left }), { subtle: true })] : []),
    ...(canManage ? [] : [paragraph(t('end.askColleague'))]),
  ];
}

function consequences({ words, subscriptions = [], days, recorded }: RelationshipView): Element[] {
  const { t } = words;
  const isAnySuspended = subscriptions.some(({ status }) => status.toLowerCase() === 'suspended');
  return [
    subheading(t('end.follows')),
    paragraph(t('end.list')),
    paragraph(t('end.rights')),
    paragraph(t('end.orders')),
    ...(isAnySuspended ? [paragraph(t('end.data', { n: days }))] : []),
    paragraph(t('end.elsewhere')),
    ...(recorded ? [paragraph(t('end.record'))] : []),
    paragraph(t('end.again')),
  ];
}

function nameInput({ words, typed, fault, trouble }: RelationshipView): Element[] {
  const { t } = words;
  return [
    ...(trouble === undefined ? [] : [...troubleLines(trouble, words), paragraph(t('changed.nothing'))]),
    {
      type: 'Input.Text',
      id: 'companyName',
      label: t('field.typeName'),
      value: typed.slice(0, 300),
    },
    ...(fault === undefined ? [] : answerFaultLines(fault, words)),
  ];
}
