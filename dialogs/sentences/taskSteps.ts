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
import { manageData, openToManage } from './manageIntent.ts';

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
