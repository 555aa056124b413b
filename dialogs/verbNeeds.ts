import { refusalCard } from '../cards/commandCards.ts';
import type { Right } from '../partner-center/rules/partner.ts';
import type { CustomerTask } from '../locales/sentences.ts';
import type { DraftKind } from '../model/draft.ts';
import type { CommandName } from './commands.ts';
import { rightOf } from './customers/changeRequest.ts';
import type { DraftVerb, PlainVerb } from './pressActions.ts';
import { may } from './rights.ts';
import { chosenIntent } from './sentences/fallbackIntent.ts';
import type { Intent } from './sentences/intent.ts';
import type { Turn } from './turn.ts';

/**
 * Rights that a button or command needs, all of them, and whether its argument must be the user's own. Another
 * partner's documents are never found, and a draft's card is looked up among the user's own drafts: neither is checked
 * here.
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

/** Continuing a change needs the right of the change itself. */
const ofChange: Need = {
  async rights({ changes, partner }, id) {
    const change = await changes.get(partner.tenantId, id);
    return change === undefined ? [] : [rightOf(change.value)];
  },
};

/** A confirmation belongs to the submission's user; afterwards everyone who may see the record may see it. */
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

/** A password belongs to the user it was shown to: its card is in no other chat. */
const ownPassword: Need = {
  rights: [],
  async owns({ changes, partner, userId }, id) {
    const change = await changes.get(partner.tenantId, id);
    // A blanked one is answered with a message of its own.
    return change === undefined || change.value.userId === userId;
  },
};

/** An import belongs to the user who sent the file: its cards are in no other chat. */
const ownImport: Need = {
  rights: ['add'],
  async owns({ imports, partner, userId }, argument) {
    const [id = ''] = argument.split('.');
    const head = await imports.heads.get(partner.tenantId, id);
    // A removed one is answered with a message of its own.
    return head === undefined || head.value.userId === userId;
  },
};

/** Needs of the buttons that belong to no open draft. */
export const plainNeeds: Readonly<Record<PlainVerb, Need>> = {
  setLanguage: nothing,
  continueDraft: nothing,
  newDraft: add,
  deleteDraft: nothing,
  discardDraft: nothing,
  restoreDraft: nothing,
  customers: view,
  findCustomers: view,
  customer: view,
  customerDetails: view,
  export: view,
  exportFile: view,
  asDraft: { rights: ['view', 'add'] },
  addSubscription: manage,
  chooseOffer: manage,
  addOns: manage,
  // Its card shows all data of the customer.
  updateAccount: { rights: ['view', 'manage'] },
  beginAgain: {
    async rights({ person }, id) {
      return rightsFor(person.drafts.find((draft) => draft.id === id)?.purpose);
    },
  },
  fillIn: manage,
  wish: {
    async rights(turn, text) {
      const { rights } = intentNeed(await chosenIntent(turn, text));
      return typeof rights === 'function' ? rights(turn, '') : rights;
    },
  },
  subscriptions: view,
  renewals: view,
  chart: view,
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
  undo: manage,
  askStop: manage,
  stopAll: manage,
  undoOrder: manage,
  undoOrders: { rights: ['view', 'manage'] },
  stopOrders: { rights: ['view', 'manage'] },
  severalCustomers: { rights: ['view', 'manage'] },
  findSeveral: { rights: ['view', 'manage'] },
  orderSeveral: { rights: ['view', 'manage'] },
  endRelationship: remove,
  removeRelationship: remove,
  history: view,
  // It names customers.
  ownChanges: view,
  finishChange: ofChange,
  dropChange: ofChange,
  newPassword: manage,
  setPassword: manage,
  passwordDone: ownPassword,
  askQualification: manage,
  requestQualification: manage,
  practiseDecision: manage,
  // The chosen offers are open again then, and are submitted once more.
  changeOrder: manage,
  checkAgreement: view,
  practiseAcceptance: manage,
  welcomeText: view,
  welcomePlain: view,
  agreementText: view,
  agreementPlain: view,
  deleteRecord: remove,
  eraseRecord: remove,
  done: ownConfirmation,
  another: { ...ownConfirmation, rights: ['add'] },
  finish: add,
  // It lists only work that this user may finish.
  unfinished: nothing,
  // It lists only what this user may see.
  agenda: nothing,
  morning: nothing,
  acceptedCustomer: view,
  bundleList: add,
  renameBundle: add,
  setBundleName: add,
  deleteBundle: add,
  dropBundle: add,
  inviteText: add,
  invitePlain: add,
  importText: add,
  importPage: ownImport,
  importNew: ownImport,
  importDomains: ownImport,
  importLeaveOut: ownImport,
  importTakeIn: ownImport,
  importExisting: ownImport,
  credentialsStored: { ...ownImport, rights: [] },
  importSubmit: ownImport,
  importFinish: ownImport,
  importStop: ownImport,
  importDrop: ownImport,
  importTemplate: add,
  importRows: ownImport,
};

/** Needs of the buttons that all cards of a draft share; keeping one's own input needs no right. */
export const draftNeeds: Readonly<Record<DraftVerb, Need>> = {
  cancel: nothing,
  language: nothing,
  invite: add,
  // Bundles are everybody's.
  nameBundle: add,
  saveBundle: add,
  bundles: add,
  resume: nothing,
  keepDraft: nothing,
  discard: nothing,
  empty: nothing,
};

/** Needs of the commands, typed or pressed; sending a file or rows counts as the command to import. */
export const commandNeeds: Readonly<Record<CommandName, Need>> = {
  help: nothing,
  hello: nothing,
  addCustomer: add,
  customers: view,
  renewals: view,
  licenseChart: view,
  renewalChart: view,
  importCustomers: add,
  drafts: nothing,
  invite: add,
  back: nothing,
  cancel: nothing,
  startOver: nothing,
  language: nothing,
  several: { rights: ['view', 'manage'] },
  agenda: nothing,
};

/** Needs of the tasks that sentences open: the button's right, and that to see the customer who is named. */
export const taskNeeds: Readonly<Record<CustomerTask, Need>> = {
  newPassword: { rights: ['view', 'manage'] },
  welcomeText: plainNeeds.welcomeText,
  asDraft: plainNeeds.asDraft,
  updateAccount: plainNeeds.updateAccount,
  chart: plainNeeds.chart,
  // It opens the subscription, whose button it is.
  addOns: plainNeeds.manage,
  endRelationship: { rights: ['view', 'remove'] },
  deleteRecord: { rights: ['view', 'remove'] },
};

/** Needs of sentences, those of the buttons that do the same; the sentence's own part is a search or an answer. */
export function intentNeed(intent: Intent): Need {
  switch (intent.kind) {
    case 'command':
      return commandNeeds[intent.command];
    case 'invite':
      return commandNeeds.invite;
    case 'find':
      return intent.sure ? view : nothing;
    case 'newCustomer':
      return add;
    case 'task':
      return taskNeeds[intent.task];
    case 'customer':
    case 'subscriptions':
    case 'history':
    case 'renewals':
    case 'export':
      return view;
    case 'ownChanges':
      return plainNeeds.ownChanges;
    case 'bundles':
      return plainNeeds.bundleList;
    case 'order':
    case 'licenses':
    case 'manage':
    case 'same':
      return { rights: ['view', 'manage'] };
    case 'language':
    case 'explain':
    case 'smallTalk':
    case 'unknown':
      return nothing;
  }
}

/** Need of a button on a draft's current card: only Submit takes a right, by the kind of the draft. */
export const cardNeed = (verb: string, purpose: DraftKind | undefined): Need =>
  verb === 'submit' ? { rights: rightsFor(purpose) } : nothing;

function rightsFor(purpose: DraftKind | undefined): readonly Right[] {
  if (purpose === undefined) return ['add'];
  return purpose.kind === 'account' ? ['view', 'manage'] : ['manage'];
}

/** True when this user meets the need; otherwise the user was told so, in the same way for foreign as for missing things. */
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
