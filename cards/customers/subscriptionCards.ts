import type { Words } from '../../locales/words.ts';
import type { Subscription } from '../../partner-center/management.ts';
import { inOrder, type Placed } from '../../partner-center/subscriptionOrder.ts';
import type { Fault } from '../../storage/draft.ts';
import { changeWords } from './changeCards.ts';
import { troubleLines, type Trouble } from '../trouble.ts';
import type { OpenChange } from './underWay.ts';
import {
  button,
  buttons,
  card,
  faultLine,
  group,
  heading,
  paragraph,
  shortened,
  strong,
  type Card,
  type Element,
} from '../elements.ts';
import { fitted } from '../size.ts';
import { countWords, endWords, subscriptionLine, unitOf } from './subscriptionWords.ts';

/** Whose subscriptions, and in which words. */
interface Whose {
  readonly words: Words;
  /** How buttons name the customer. */
  readonly ref: string;
  readonly companyName: string;
}

/** A customer's subscriptions, a page at a time, counted from 0. */
export interface SubscriptionsView extends Whose {
  readonly subscriptions: readonly Subscription[];
  readonly page: number;
  readonly canManage: boolean;
}

/** Subscriptions on one card. */
const pageSize = 5;

/** The subscriptions of a customer, each with what can be done with it. */
export function subscriptionsCard(view: SubscriptionsView): Card {
  const { words, ref, page, companyName } = view;
  const { t } = words;
  const placed = inOrder(view.subscriptions);
  const shown = placed.slice(page * pageSize, (page + 1) * pageSize);
  return fitted(
    card(
      t('section.subscriptions'),
      [
        heading(t('section.subscriptions')),
        strong(shortened(companyName)),
        ...(shown.length === 0 ? [paragraph(t(page === 0 ? 'subscriptions.none' : 'subscriptions.end'))] : []),
        ...shown.map((one) => entry(one, view)),
      ],
      [
        ...(placed.length > (page + 1) * pageSize
          ? [button(t('button.nextPage'), { verb: 'subscriptions', argument: `${ref} ${String(page + 1)}` }, true)]
          : []),
        ...(page > 0 ? [button(t('button.firstPage'), { verb: 'subscriptions', argument: ref })] : []),
        ...(view.canManage ? [button(t('button.addSubscription'), { verb: 'addSubscription', argument: ref })] : []),
        openCustomer(view),
      ],
    ),
  );
}

const openCustomer = ({ words, ref }: Whose) =>
  button(words.t('button.openCustomer'), { verb: 'customer', argument: ref });

function entry({ subscription, isAddOn }: Placed, view: SubscriptionsView): Element {
  const { words } = view;
  const name = shortened(subscription.name);
  return group([
    strong(isAddOn ? words.t('subscription.addOnName', { name }) : name),
    paragraph(subscriptionLine(subscription, words)),
    ...(view.canManage ? ways(subscription, view) : []),
  ]);
}

/** What can be done with a subscription as it is. */
function ways({ id, unit, status, parentId }: Subscription, { words, ref }: SubscriptionsView): Element[] {
  const { t } = words;
  const one = (title: string, verb: string) => button(title, { verb, argument: `${ref} ${id}` });
  if (status === 'suspended') return [buttons(one(t('button.reactivate'), 'reactivate'))];
  if (status !== 'active') return [];
  const known = unitOf(unit);
  return [
    buttons(
      ...(known === 'usage' ? [] : [one(t('button.licenses'), 'licenses')]),
      ...(known === 'add-on-licenses' || parentId !== undefined ? [] : [one(t('button.addOns'), 'addOns')]),
      one(t('button.suspend'), 'suspend'),
    ),
  ];
}

/** One card makes one change: its id stands on it from the first. */
interface Once extends Whose {
  readonly changeId: string;
}

/** Change licenses: the number there is, and the number there shall be. */
export interface LicensesView extends Once {
  readonly subscription: Pick<Subscription, 'id' | 'name' | 'unit' | 'quantity'>;
  /** As Partner Center says; absent while it says nothing. */
  readonly present?: Subscription;
  /** The offer's limits, where the offer is known. */
  readonly limits?: { readonly min: number; readonly max: number };
  readonly typed: string;
  readonly fault?: Fault;
  readonly trouble?: Trouble;
  /** Changes of this subscription that are not over. */
  readonly changes: readonly OpenChange[];
}

/** Asks how many licenses there shall be, and says beforehand what is possible. */
export function licensesCard(view: LicensesView): Card {
  const { words, ref, changeId, subscription, trouble, fault } = view;
  const { t } = words;
  const { id, name, unit, quantity } = subscription;
  const sent = { name: name.slice(0, 200), unit, from: String(quantity) };
  return card(
    t('licenses.title'),
    [
      heading(t('licenses.title')),
      strong(shortened(view.companyName)),
      paragraph(shortened(name)),
      paragraph([t('licenses.present', { count: countWords(subscription, words) }), ...endOf(view)].join(' · ')),
      ...possible(view),
      ...(trouble === undefined ? [] : [...troubleLines(trouble, words), paragraph(t('changed.nothing'))]),
      countInput(view),
      ...(fault === undefined ? [] : [faultLine(words.say(fault.key, fault.data))]),
    ],
    [
      button(t('button.licenses'), { verb: 'setLicenses', argument: `${ref} ${id} ${changeId}`, ...sent }, true),
      button(t('button.subscriptions'), { verb: 'subscriptions', argument: ref }),
      openCustomer(view),
    ],
  );
}

function endOf({ words, present }: LicensesView): string[] {
  const ends = present === undefined ? undefined : endWords(present, words);
  return ends === undefined ? [] : [ends];
}

function possible({ words, present, changes }: LicensesView): Element[] {
  const { t } = words;
  const back = present?.refundable;
  return [
    ...(present === undefined ? [] : [paragraph(t('licenses.sevenDays'))]),
    ...(back === undefined ? [] : [paragraph(back === 0 ? t('licenses.noneBack') : t('licenses.back', { n: back }))]),
    ...changes.map(({ what }) => strong(t('licenses.underWay', { change: changeWords(what, words) }))),
  ];
}

// Input.Text and not Input.Number: a client judges a number itself and drops what it does not like, unseen by us.
function countInput({ words, subscription, limits, typed }: LicensesView): Element {
  const { t } = words;
  const label = t(`unit.${unitOf(subscription.unit)}`);
  const hint =
    limits === undefined
      ? undefined
      : limits.min === limits.max
        ? t('cart.fixed', { n: limits.min })
        : t('cart.range', limits);
  return {
    type: 'Input.Text',
    id: 'quantity',
    label: hint === undefined ? label : t('form.pair', { label, hint }),
    value: typed.slice(0, 20),
    maxLength: 20,
  };
}

/** Suspend or Reactivate one subscription. */
export interface StatusView extends Once {
  readonly subscription: Pick<Subscription, 'id' | 'name'>;
  readonly status: 'active' | 'suspended';
  /** Days the data of a suspended subscription is kept. */
  readonly days: number;
}

/** Suspend and Reactivate ask once, and say what follows. */
export function statusCard(view: StatusView): Card {
  const { words, ref, changeId, subscription, status, days } = view;
  const { t } = words;
  const title = t(status === 'suspended' ? 'suspend.title' : 'reactivate.title');
  return card(
    title,
    [
      heading(title),
      strong(shortened(view.companyName)),
      paragraph(shortened(subscription.name)),
      paragraph(status === 'suspended' ? t('suspend.text', { n: days }) : t('reactivate.text')),
    ],
    [
      button(
        t(status === 'suspended' ? 'button.suspend' : 'button.reactivate'),
        { verb: 'setStatus', argument: `${ref} ${subscription.id} ${changeId} ${status}` },
        status === 'active',
      ),
      button(t('button.subscriptions'), { verb: 'subscriptions', argument: ref }),
      openCustomer(view),
    ],
  );
}
