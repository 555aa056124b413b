import { refusalCard } from '../cards/talkCards.ts';
import type { Right } from '../partner-center/partner.ts';
import type { Purpose } from '../storage/draft.ts';
import type { CommandName } from './commands.ts';
import { rightOf } from './customers/changing.ts';
import type { DraftVerb, PlainVerb } from './pressActions.ts';
import { may } from './rights.ts';
import type { Turn } from './turn.ts';

/**
 * The rights that a button or command takes of its user, all of them, and whether what its argument names must be the
 * user's own. Documents of another partner are out of everybody's reach, and a draft's card is found among the user's own
 * drafts: neither is named here.
 */
export interface Need {
  readonly rights: readonly Right[] | ((turn: Turn, argument: string) => Promise<readonly Right[]>);
  readonly owns?: (turn: Turn, argument: string) => Promise<boolean>;
}

const nothing: Need = { rights: [] };
const view: Need = { rights: ['view'] };
const add: Need = { rights: ['add'] };
const manage: Need = { rights: ['manage'] };
const remove: Need = { rights: ['remove'] };

/** Work on a change that waits takes the right that the change itself took. */
const ofChange: Need = {
  async rights({ changes, partner }, id) {
    const change = await changes.get(partner.tenantId, id);
    return change === undefined ? [] : [rightOf(change.value)];
  },
};

/** A confirmation is whose submission it ends; once that is over, whoever may see the record sees it. */
const ownConfirmation: Need = {
  rights: [],
  async owns(turn, id) {
    const { jobs, customers, partner, userId } = turn;
    const job = await jobs.get(partner.tenantId, id);
    if (job !== undefined) return job.value.userId === userId;
    const record = await customers.get(partner.tenantId, id);
    return record !== undefined && (record.value.addedBy.userId === userId || may(turn, 'view'));
  },
};

/** A password is whose it was shown to: its card is in no other chat. */
const ownPassword: Need = {
  rights: [],
  async owns({ changes, partner, userId }, id) {
    const change = await changes.get(partner.tenantId, id);
    // Of one that is blanked its own words are said.
    return change === undefined || change.value.userId === userId;
  },
};

/** A file of customers is of the user who sent it: its cards are in no other chat. */
const ownImport: Need = {
  rights: ['add'],
  async owns({ imports, partner, userId }, argument) {
    const [id = ''] = argument.split('.');
    const head = await imports.heads.get(partner.tenantId, id);
    // Of one that is gone its own words are said.
    return head === undefined || head.value.userId === userId;
  },
};

/** Every button that is about no open card. */
export const plainNeeds: Readonly<Record<PlainVerb, Need>> = {
  setLanguage: nothing,
  continueDraft: nothing,
  newDraft: add,
  deleteDraft: nothing,
  discardDraft: nothing,
  customers: view,
  findCustomers: view,
  customer: view,
  export: view,
  exportFile: view,
  asDraft: { rights: ['view', 'add'] },
  addSubscription: manage,
  chooseOffer: manage,
  addOns: manage,
  // Its card shows everything that is known of the customer.
  updateAccount: { rights: ['view', 'manage'] },
  beginAgain: {
    async rights({ person }, id) {
      return rightsFor(person.drafts.find((draft) => draft.id === id)?.purpose);
    },
  },
  subscriptions: view,
  renewals: view,
  licenses: manage,
  setLicenses: manage,
  manage: view,
  endOfTerm: manage,
  chooseEnd: manage,
  nextTerm: manage,
  setNextTerm: manage,
  dropNextTerm: manage,
  cancelSubscription: manage,
  suspend: manage,
  reactivate: manage,
  setStatus: manage,
  endRelationship: remove,
  removeRelationship: remove,
  history: view,
  finishChange: ofChange,
  dropChange: ofChange,
  newPassword: manage,
  setPassword: manage,
  passwordDone: ownPassword,
  askQualification: manage,
  requestQualification: manage,
  practiseDecision: manage,
  // What was chosen is open again then, to be submitted.
  changeOrder: manage,
  checkAgreement: view,
  practiseAcceptance: manage,
  agreementText: view,
  agreementPlain: view,
  deleteRecord: remove,
  eraseRecord: remove,
  done: ownConfirmation,
  another: { ...ownConfirmation, rights: ['add'] },
  finish: add,
  // It lists what this user may finish.
  unfinished: nothing,
  inviteText: add,
  invitePlain: add,
  importText: add,
  importPage: ownImport,
  importNew: ownImport,
  importExisting: ownImport,
  credentialsStored: { ...ownImport, rights: [] },
  importSubmit: ownImport,
  importFinish: ownImport,
  importStop: ownImport,
  importDrop: ownImport,
  importTemplate: add,
  importRows: ownImport,
};

/** Every button of a draft's cards that does the same on all of them; what a user typed stays theirs without any right. */
export const draftNeeds: Readonly<Record<DraftVerb, Need>> = {
  cancel: nothing,
  language: nothing,
  invite: add,
  resume: nothing,
  keepDraft: nothing,
  discard: nothing,
  empty: nothing,
};

/** Every command, typed or pressed; a file or rows that are sent are the command to import them. */
export const commandNeeds: Readonly<Record<CommandName, Need>> = {
  help: nothing,
  hello: nothing,
  addCustomer: add,
  customers: view,
  renewals: view,
  importCustomers: add,
  drafts: nothing,
  invite: add,
  back: nothing,
  cancel: nothing,
  startOver: nothing,
  language: nothing,
};

/** The buttons of the one card that a draft is at: only Submit takes a right, by what the draft is for. */
export const cardNeed = (verb: string, purpose: Purpose | undefined): Need =>
  verb === 'submit' ? { rights: rightsFor(purpose) } : nothing;

function rightsFor(purpose: Purpose | undefined): readonly Right[] {
  if (purpose === undefined) return ['add'];
  return purpose.kind === 'account' ? ['view', 'manage'] : ['manage'];
}

/** Does this user have what a button or command takes? If not, that was said, of what is not theirs as of what is not there. */
export async function meets(turn: Turn, { rights, owns }: Need, argument = ''): Promise<boolean> {
  const { replies, words } = turn;
  const wanted = typeof rights === 'function' ? await rights(turn, argument) : rights;
  const isAllowed = wanted.every((right) => may(turn, right));
  if (isAllowed && (owns === undefined || (await owns(turn, argument)))) return true;
  replies.keep();
  if (isAllowed) replies.say(words.t('customer.gone'));
  else replies.show(refusalCard(words, words.t('refusal.right'), false));
  return false;
}
