import { deleteDraftCard } from '../cards/questionCards.ts';
import { languageCard } from '../cards/talkCards.ts';
import { answeredAsking, isEmpty, keepTyped, nextOpen, shownValues } from '../forms/draft.ts';
import { emptied } from '../forms/purposeDraft.ts';
import { section } from '../forms/index.ts';
import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import type { Draft } from '../storage/draft.ts';
import { startDraft } from './beginning.ts';
import { commands } from './commandActions.ts';
import { askPassword, closePassword, setPassword } from './customers/adminPassword.ts';
import { takeAsDraft } from './customers/asDraft.ts';
import { showCustomer } from './customers/customer.ts';
import { findCustomers, turnPage } from './customers/customerList.ts';
import { contextOf, drop, nameOf, openDraft, put } from './drafts.ts';
import { askErase, erase } from './customers/erasing.ts';
import { askExport, exportFile } from './files/exporting.ts';
import { checkAgreement, practiseAcceptance } from './customers/acceptance.ts';
import { sayAcceptanceMail, showAcceptanceMail } from './customers/acceptanceMail.ts';
import { changeOrder, dropChange, finishChange } from './customers/finishingChange.ts';
import { showHistory } from './customers/history.ts';
import { askEndOfTerm, chooseEnd } from './customers/endOfTerm.ts';
import { askLicenses, setLicenses } from './customers/licenses.ts';
import { manageSubscription } from './customers/oneSubscription.ts';
import { askNextTerm, dropNextTerm, setNextTerm } from './customers/nextTerm.ts';
import { invite, sayInvitation } from './invitation.ts';
import { addOns, addSubscription, beginAgain, chooseOffer, updateAccount } from './purposes.ts';
import { showRenewals } from './customers/renewals.ts';
import { askQualification, practiseDecision, requestQualification } from './customers/qualification.ts';
import { askEnd, endRelationship } from './customers/relationship.ts';
import { askCancel, askStatus, setStatus } from './customers/statuses.ts';
import { isRefresh } from './refresh.ts';
import { importPresses } from './importing/presses.ts';
import { showOpen } from './openCard.ts';
import { settleWith } from './settling.ts';
import { closeConfirmation, finish } from './submissions.ts';
import { showSubscriptions } from './customers/subscriptions.ts';
import { showUnfinished } from './unfinishedList.ts';
import type { Press, Turn } from './turn.ts';

type PlainPress = (turn: Turn, argument: string) => Promise<void>;
type DraftPress = (turn: Turn, draft: Draft, press: Press) => Promise<void>;

/** Buttons that are about no open card; pressing them twice does no more than once. */
export const plainPresses = {
  setLanguage,
  continueDraft,
  newDraft: startDraft,
  deleteDraft,
  discardDraft,
  customers: turnPage,
  findCustomers,
  customer: (turn, id) => {
    if (!isRefresh(turn)) turn.replies.keep();
    return showCustomer(turn, id);
  },
  export: askExport,
  exportFile,
  asDraft: takeAsDraft,
  addSubscription: (turn, ref) => addSubscription(turn, ref),
  chooseOffer: (turn, ref) => chooseOffer(turn, ref),
  addOns: (turn, argument) => addOns(turn, argument),
  updateAccount: (turn, ref) => updateAccount(turn, ref),
  beginAgain,
  subscriptions: showSubscriptions,
  renewals: showRenewals,
  licenses: askLicenses,
  setLicenses,
  manage: manageSubscription,
  endOfTerm: askEndOfTerm,
  chooseEnd,
  nextTerm: askNextTerm,
  setNextTerm,
  dropNextTerm,
  cancelSubscription: askCancel,
  suspend: askStatus('suspended'),
  reactivate: askStatus('active'),
  setStatus,
  endRelationship: askEnd,
  removeRelationship: endRelationship,
  history: showHistory,
  finishChange,
  dropChange,
  newPassword: askPassword,
  setPassword,
  passwordDone: closePassword,
  askQualification,
  requestQualification,
  practiseDecision,
  changeOrder,
  checkAgreement,
  practiseAcceptance,
  agreementText: showAcceptanceMail,
  agreementPlain: sayAcceptanceMail,
  deleteRecord: askErase,
  eraseRecord: erase,
  done: closeConfirmation,
  async another(turn, id) {
    await closeConfirmation(turn, id);
    await startDraft(turn);
  },
  finish,
  unfinished: showUnfinished,
  inviteText: invite,
  invitePlain: sayInvitation,
  ...importPresses,
} satisfies Readonly<Record<string, PlainPress>>;

/** The names of those buttons. */
export type PlainVerb = keyof typeof plainPresses;

/** Buttons of a draft's cards that do the same on every one of them. */
export const draftPresses = {
  async cancel(turn, draft, press) {
    put(turn, { ...(await withTyped(turn, draft, press)), asking: 'cancel' });
    await showOpen(turn);
  },
  async language(turn, draft, press) {
    put(turn, await withTyped(turn, draft, press));
    turn.replies.show(languageCard(turn.words));
  },
  async invite(turn, draft, press) {
    put(turn, await withTyped(turn, draft, press));
    await invite({ ...turn, press: undefined });
  },
  async resume(turn, draft) {
    if (draft.asking !== undefined) put(turn, answeredAsking(draft));
    await showOpen(turn);
  },
  async keepDraft(turn, draft) {
    if (isEmpty(draft)) return discard(turn, draft, 'cancel.untouched');
    if (draft.asking !== undefined) put(turn, answeredAsking(draft));
    delete turn.person.open;
    settleWith(turn, turn.words.t('cancel.kept'));
    await commands.hello(turn);
  },
  discard: (turn, draft) => discard(turn, draft, 'cancel.deleted'),
  async empty(turn, draft) {
    put(turn, emptied(draft, await contextOf(turn, draft)));
    await showOpen(turn);
  },
} satisfies Readonly<Record<string, DraftPress>>;

/** The names of those buttons. */
export type DraftVerb = keyof typeof draftPresses;

async function discard(turn: Turn, draft: Draft, said: 'cancel.deleted' | 'cancel.untouched'): Promise<void> {
  drop(turn, draft.id);
  settleWith(turn, turn.words.t(said));
  await commands.hello(turn);
}

/** Is it the verb of one of those buttons? Own names only: `__proto__` is nobody's. */
export const isVerbOf = <V extends string>(presses: Readonly<Record<V, unknown>>, verb: string): verb is V =>
  Object.hasOwn(presses, verb);

/** The draft with what stood in the pressed card's inputs, unjudged. */
async function withTyped(turn: Turn, draft: Draft, { values }: Press): Promise<Draft> {
  const context = await contextOf(turn, draft);
  const open = nextOpen(draft, context);
  if (open === 'review' || draft.question !== undefined || draft.asking !== undefined) return draft;
  const one = section(open);
  const typed = one.take(values, shownValues(draft, one, context), context);
  return keepTyped(draft, open, typed, draft.faults[open]);
}

/** Speaks another language from here on; a text that names none shows the choice. */
export async function setLanguage(turn: Turn, argument: string): Promise<void> {
  const locale = locales.find((one) => one === argument);
  if (locale === undefined) return commands.language(turn);
  turn.person.language = locale;
  turn.words = words(locale);
  settleWith(turn, turn.words.t('language.changed'));
  if (openDraft(turn) !== undefined) await showOpen(turn);
  else await commands.hello(turn);
}

async function continueDraft(turn: Turn, id: string): Promise<void> {
  turn.replies.keep();
  const draft = turn.person.drafts.find((one) => one.id === id);
  if (draft === undefined) {
    turn.replies.say(turn.words.t('outdated.gone'));
    return commands.hello(turn);
  }
  turn.person.open = id;
  // Whoever goes on is not asked any more whether to stop.
  if (draft.asking !== undefined) put(turn, answeredAsking(draft));
  await showOpen(turn);
}

async function deleteDraft(turn: Turn, id: string): Promise<void> {
  const draft = turn.person.drafts.find((one) => one.id === id);
  if (draft === undefined) return continueDraft(turn, id);
  turn.replies.show(deleteDraftCard(turn.words, draft.id, nameOf(draft, turn.words)));
}

async function discardDraft(turn: Turn, id: string): Promise<void> {
  drop(turn, id);
  settleWith(turn, turn.words.t('cancel.deleted'));
  await commands.drafts(turn);
}
