import { commands } from './commandActions.ts';
import { replaceAgenda, setMorning, showAcceptedCustomer, showAgenda } from './agenda/showAgenda.ts';
import { askExport, exportFile } from './files/fileOrders.ts';
import type { Press, Turn } from './turn.ts';
import { importPresses } from './import/importPresses.ts';
import { deletedDraftCard, deleteDraftCard } from '../cards/questionCards.ts';
import { languageCard } from '../cards/commandCards.ts';
import { dropAsking, inputValues, isDraftEmpty, keepTyped } from '../forms/draftFlow.ts';
import { openSections } from '../forms/steps.ts';
import { resetDraft } from '../forms/changeDraft.ts';
import type { Draft } from '../model/draft.ts';
import { copyToDraft, hasRoom, showDrafts, startDraft } from './add/startDraft.ts';
import { askPassword, closePassword, setPassword } from './customers/setAdminPassword.ts';
import { showCustomerDetails } from './customers/customerDetails.ts';
import { showCustomer } from './customers/showCustomer.ts';
import { searchCustomers, showCustomersPage } from './customers/customerList.ts';
import { contextOf, deleteDraft, discardKeeping, saveDraft, titleOfDraft, undeleteDraft } from './drafts.ts';
import { askEraseRecord, eraseCustomer } from './customers/eraseRecord.ts';
import { checkAgreement, practiseAcceptance } from './customers/agreementAcceptance.ts';
import { sayAcceptanceMail, sayWelcomeMail, showAcceptanceMail, showWelcomeMail } from './customers/customerMails.ts';
import { invite, sayInvitation } from './customers/invitation.ts';
import { changeOrder, dropChange, finishChange } from './customers/changeRequest.ts';
import { showHistory, showOwnChanges } from './customers/customerHistory.ts';
import { askEndOfTerm, askNextTerm, dropNextTerm, setEndOfTerm, setNextTerm } from './customers/endOfTerm.ts';
import { askLicenses, manageSubscription, setLicenses } from './customers/changeLicenses.ts';
import {
  addOns,
  addSubscription,
  replaceRefusedOffers,
  startAnotherDraft,
  updateAccount,
} from './customers/startChange.ts';
import { showChart } from './customers/showChart.ts';
import { showRenewals } from './customers/renewalList.ts';
import { askQualification, decideInPractice, submitQualification } from './customers/requestQualification.ts';
import { askEndRelationship, endRelationship } from './customers/endRelationship.ts';
import { askCancel, askStatus, setStatus } from './customers/subscriptionStatus.ts';
import { chooseSeveral, findSeveral, orderForSeveral } from './customers/severalCustomers.ts';
import { askStop, askUndoOrder, showUndoOrders, stopAll, stopOrders } from './customers/stopSubscriptions.ts';
import { undoChange } from './customers/undoChange.ts';
import { askBundleName, askDeleteBundle, deleteBundle, renameBundle, saveBundle, showBundles } from './bundles.ts';
import { isDoublePress, isRefresh, keepUnlessLeft, replaceCardWithText } from './pressedCard.ts';
import { showBeside, showCurrentCard } from './add/currentCard.ts';
import { closeConfirmation, finishSubmission } from './add/submissions.ts';
import { showSubscriptions } from './customers/subscriptionList.ts';
import { isLastAsked, showAsking } from './openQuestion.ts';
import { setLanguage } from './setLanguage.ts';
import { fillIn, openWish } from './sentences/actOn.ts';
import { showUnfinished } from './unfinishedList.ts';

type PlainPress = (turn: Turn, argument: string) => Promise<void>;
type DraftPress = (turn: Turn, draft: Draft, press: Press) => Promise<void>;

/** Buttons that belong to no open draft; pressing one twice acts once. */
export const plainPresses = {
  setLanguage,
  continueDraft,
  newDraft: startDraft,
  deleteDraft: askDeleteDraft,
  discardDraft,
  restoreDraft,
  customers: showCustomersPage,
  findCustomers: searchCustomers,
  customer: (turn, id) => {
    if (!isRefresh(turn)) keepUnlessLeft(turn);
    return showCustomer(turn, id);
  },
  customerDetails: showCustomerDetails,
  export: askExport,
  exportFile,
  asDraft: copyToDraft,
  addSubscription: (turn, ref) => addSubscription(turn, ref),
  chooseOffer: (turn, ref) => replaceRefusedOffers(turn, ref),
  addOns: (turn, argument) => addOns(turn, argument),
  updateAccount: (turn, ref) => updateAccount(turn, ref),
  beginAgain: startAnotherDraft,
  fillIn,
  wish: openWish,
  subscriptions: showSubscriptions,
  renewals: showRenewals,
  chart: showChart,
  licenses: askLicenses,
  setLicenses,
  manage: manageSubscription,
  endOfTerm: askEndOfTerm,
  chooseEnd: setEndOfTerm,
  nextTerm: askNextTerm,
  setNextTerm,
  dropNextTerm,
  cancelSubscription: askCancel,
  suspend: askStatus('suspended'),
  reactivate: askStatus('active'),
  setStatus,
  undo: undoChange,
  askStop,
  stopAll,
  stopOrders,
  undoOrder: askUndoOrder,
  undoOrders: showUndoOrders,
  endRelationship: askEndRelationship,
  removeRelationship: endRelationship,
  history: showHistory,
  ownChanges: showOwnChanges,
  severalCustomers: chooseSeveral,
  findSeveral,
  orderSeveral: orderForSeveral,
  finishChange,
  dropChange,
  newPassword: askPassword,
  setPassword,
  passwordDone: closePassword,
  askQualification,
  requestQualification: submitQualification,
  practiseDecision: decideInPractice,
  changeOrder,
  checkAgreement,
  practiseAcceptance,
  welcomeText: showWelcomeMail,
  welcomePlain: sayWelcomeMail,
  agreementText: showAcceptanceMail,
  agreementPlain: sayAcceptanceMail,
  deleteRecord: askEraseRecord,
  eraseRecord: eraseCustomer,
  done: closeConfirmation,
  async another(turn, id) {
    await closeConfirmation(turn, id);
    await startDraft(turn);
  },
  finish: finishSubmission,
  unfinished: showUnfinished,
  agenda: async (turn, argument) => (argument === 'home' ? commands.hello(turn) : showAgenda(turn, argument)),
  morning: async (turn, argument) => {
    const [wish = '', place] = argument.split(' ');
    await setMorning(turn, wish);
    // The card it stands on is shown again, as its button has changed.
    if (place === 'home') await commands.hello(turn);
    else if (place !== undefined) await replaceAgenda(turn, place);
    else turn.replies.keep();
  },
  acceptedCustomer: showAcceptedCustomer,
  bundleList: (turn, argument) => showBundles(turn, undefined, Number(argument) || 0),
  renameBundle: askBundleName,
  setBundleName: renameBundle,
  deleteBundle: askDeleteBundle,
  dropBundle: deleteBundle,
  inviteText: invite,
  invitePlain: sayInvitation,
  ...importPresses,
} satisfies Readonly<Record<string, PlainPress>>;

/** Verb of a button that belongs to no open draft. */
export type PlainVerb = keyof typeof plainPresses;

/** Buttons that all cards of a draft share. */
export const draftPresses = {
  async cancel(turn, draft, press) {
    saveDraft(turn, { ...(await withInputs(turn, draft, press)), asking: 'cancel' });
    await showCurrentCard(turn);
  },
  async language(turn, draft, press) {
    saveDraft(turn, await withInputs(turn, draft, press));
    showBeside(turn, languageCard(turn.words));
  },
  async invite(turn, draft, press) {
    saveDraft(turn, await withInputs(turn, draft, press));
    await invite({ ...turn, press: undefined });
  },
  async nameBundle(turn, draft, press) {
    saveDraft(turn, { ...(await withInputs(turn, draft, press)), asking: 'bundleName' });
    await showCurrentCard(turn);
  },
  async saveBundle(turn, draft, press) {
    const saved = await saveBundle(turn, draft, await contextOf(turn, draft), press);
    if ('card' in saved) return turn.replies.show(saved.card);
    saveDraft(turn, saved.draft);
    await showCurrentCard(turn);
  },
  async bundles(turn, draft, press) {
    saveDraft(turn, await withInputs(turn, draft, press));
    await showBundles(turn);
  },
  async resume(turn, draft) {
    if (draft.asking !== undefined) saveDraft(turn, dropAsking(draft));
    await showCurrentCard(turn);
  },
  async keepDraft(turn, draft) {
    if (isDraftEmpty(draft)) return discardOpenDraft(turn, draft, 'cancel.untouched');
    if (draft.asking !== undefined) saveDraft(turn, dropAsking(draft));
    delete turn.person.open;
    replaceCardWithText(turn, turn.words.t('cancel.kept'));
    await commands.hello(turn);
  },
  discard: (turn, draft) => discardOpenDraft(turn, draft, 'cancel.deleted'),
  async empty(turn, draft) {
    saveDraft(turn, resetDraft(draft, await contextOf(turn, draft)));
    await showCurrentCard(turn);
  },
} satisfies Readonly<Record<string, DraftPress>>;

/** Verb of a button that all cards of a draft share. */
export type DraftVerb = keyof typeof draftPresses;

async function discardOpenDraft(turn: Turn, draft: Draft, said: 'cancel.deleted' | 'cancel.untouched'): Promise<void> {
  if (said === 'cancel.untouched') {
    deleteDraft(turn, draft.id);
    replaceCardWithText(turn, turn.words.t(said));
  } else showDeleted(turn, draft.id);
  await commands.hello(turn);
}

/** True for the verb of one of these buttons. Own properties only: `__proto__` is none. */
export const isVerbOf = <V extends string>(presses: Readonly<Record<V, unknown>>, verb: string): verb is V =>
  Object.hasOwn(presses, verb);

/** The draft with the input of the pressed card, unchecked. */
async function withInputs(turn: Turn, draft: Draft, { values }: Press): Promise<Draft> {
  if (draft.question !== undefined || draft.asking !== undefined) return draft;
  const context = await contextOf(turn, draft);
  return openSections(draft, context).reduce((kept, one) => {
    const shown = inputValues(draft, one, context);
    return keepTyped(kept, one.id, one.readInputs(values, shown, context), shown);
  }, draft);
}

async function continueDraft(turn: Turn, id: string): Promise<void> {
  turn.replies.keep();
  const draft = turn.person.drafts.find((one) => one.id === id);
  if (draft === undefined) {
    turn.replies.say(turn.words.t('outdated.gone'));
    return commands.hello(turn);
  }
  turn.person.open = id;
  // A user who continues is no longer asked whether to stop.
  if (draft.asking !== undefined) saveDraft(turn, dropAsking(draft));
  await showCurrentCard(turn);
}

async function askDeleteDraft(turn: Turn, id: string): Promise<void> {
  const draft = turn.person.drafts.find((one) => one.id === id);
  if (draft === undefined) return continueDraft(turn, id);
  const made = deleteDraftCard(turn.words, id, titleOfDraft(draft, turn.words));
  showAsking(turn, made, { yes: ['discardDraft'], key: id });
}

async function discardDraft(turn: Turn, id: string): Promise<void> {
  const { drafts, deleted } = turn.person;
  if (drafts.some((draft) => draft.id === id) && !isLastAsked(turn, id)) return askDeleteDraft(turn, id);
  if (drafts.some((draft) => draft.id === id)) discardKeeping(turn, id);
  await showDrafts(turn, deleted?.draft.id === id || turn.person.deleted?.draft.id === id ? id : undefined);
}

/** Deletes the draft and says so, with the button that restores it. */
function showDeleted(turn: Turn, id: string): void {
  discardKeeping(turn, id);
  turn.replies.show(deletedDraftCard(turn.words, id));
}

/**
 * Undo of a deletion: restores the draft, within a day and until another one is deleted; else says that it is gone. One deleted
 * from the list is put back into that, which else would stand there without it. Argument: the draft, and `list` then.
 */
async function restoreDraft(turn: Turn, argument: string): Promise<void> {
  const { person, now } = turn;
  const { open } = person;
  const [id = '', place] = argument.split(' ');
  const isListed = place === 'list';
  if (person.drafts.some((draft) => draft.id === id)) {
    if (isDoublePress(turn, id)) return turn.replies.keep();
    return isListed ? showDrafts(turn) : continueDraft(turn, id);
  }
  if (person.deleted?.draft.id === id && !(await hasRoom(turn))) return;
  if (undeleteDraft(turn, id) !== undefined) {
    person.lastPress = { token: id, verb: 'restoreDraft', at: now.toISOString() };
    if (!isListed) return showCurrentCard(turn);
    delete person.open;
    if (open !== undefined) person.open = open;
    return showDrafts(turn);
  }
  turn.replies.keep();
  turn.replies.say(turn.words.t('drafts.forgotten'));
  await commands.drafts(turn);
}
