import { showSubscriptions, subscriptionsOrRefusal } from '../customers/subscriptionList.ts';
import { customerWithRight, isRelated } from '../customers/customerAccess.ts';
import { manageSubscription } from '../customers/changeLicenses.ts';
import { activeSubscriptions } from '../../partner-center/customerSubscriptions.ts';
import { refOf } from '../../model/customerRef.ts';
import { foldCase, matcher } from '../../lib/foldCase.ts';
import { chartArgument } from '../../cards/charts/chartButton.ts';
import type { CustomerTask } from '../../locales/sentences.ts';
import { copyToDraft } from '../add/startDraft.ts';
import { showCustomerDetails } from '../customers/customerDetails.ts';
import { showWelcomeMail } from '../customers/customerMails.ts';
import { askEndRelationship } from '../customers/endRelationship.ts';
import { askPassword } from '../customers/setAdminPassword.ts';
import { showChart } from '../customers/showChart.ts';
import { updateAccount } from '../customers/startChange.ts';
import type { Turn } from '../turn.ts';
import type { CustomerStep } from './customerMatches.ts';

type TaskStep = (turn: Turn, name?: string) => CustomerStep;

const step =
  (verb: string, run: (turn: Turn, argument: string) => Promise<void>, argumentOf = (ref: string) => ref): TaskStep =>
  (turn) => ({
    run: (ref) => run(turn, argumentOf(ref)),
    data: (ref) => ({ verb, argument: argumentOf(ref) }),
  });

/**
 * Steps of the tasks that a sentence asks for, the same as those of the buttons: each opens a card, and what changes
 * something is asked there first. A record is deleted on the card of the customer's details, beside the end of the
 * relationship, as “delete contoso” may mean either.
 */
export const taskSteps: Readonly<Record<CustomerTask, TaskStep>> = {
  newPassword: step('newPassword', askPassword),
  welcomeText: step('welcomeText', showWelcomeMail),
  asDraft: (turn, name = '') => ({
    run: (ref) => copyToDraft(turn, ref, name),
    data: (ref) => ({ verb: 'fillIn', argument: ref, wish: 'copy', product: name }),
  }),
  updateAccount: step('updateAccount', updateAccount),
  chart: step('chart', showChart, (ref) => chartArgument({ kind: 'licenses', ref })),
  addOns: (turn) => ({ run: (ref) => openToManage(turn, ref, ''), data: (ref) => manageData(ref, '') }),
  endRelationship: step('endRelationship', askEndRelationship),
  deleteRecord: step('customerDetails', showCustomerDetails),
};

/** Data of the button that opens what can become of a customer's subscriptions, of those of an offer if named. */
export const manageData = (ref: string, product: string) => ({
  verb: 'fillIn',
  argument: ref,
  wish: 'manage',
  product,
});

/**
 * Opens the card of the only subscription that can be meant, where what was asked for is a button; the customer's
 * subscriptions where several can be, or none. Nothing is changed.
 */
export async function openToManage(turn: Turn, ref: string, product: string): Promise<void> {
  const found = await customerWithRight(turn, ref, 'view');
  const all = found === undefined ? undefined : isRelated(found) ? await subscriptionsOrRefusal(turn, found) : [];
  if (found === undefined || all === undefined) return;
  const isMeant = matcher(product) ?? (() => true);
  const [only, ...others] = activeSubscriptions(all).filter(({ name }) => isMeant(foldCase(name)));
  const place = refOf(found.target);
  return only === undefined || others.length > 0
    ? showSubscriptions(turn, place)
    : manageSubscription(turn, `${place} ${only.id}`);
}
