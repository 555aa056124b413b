import type { DraftVerb, PlainVerb } from '../pressActions.ts';

/**
 * Effect of typing a button's title. `leads`: as much as pressing it, because it only leads on, or edits a draft. `acts`:
 * it says that the button must be pressed, because that orders, changes or deletes something, or sends what stands in the
 * inputs. A verb: the same, and the card with the button is shown again by that verb.
 */
type TypedPress = 'leads' | 'acts' | PlainVerb;

const importPresses = {
  importText: 'acts',
  importPage: 'leads',
  importNew: 'acts',
  importDomains: 'acts',
  importLeaveOut: 'acts',
  importTakeIn: 'acts',
  importExisting: 'acts',
  credentialsStored: 'acts',
  importSubmit: 'acts',
  importFinish: 'acts',
  importStop: 'acts',
  importDrop: 'acts',
  importTemplate: 'leads',
  importRows: 'leads',
} as const;

/** Effects of the buttons that belong to no open draft. */
const plain: Readonly<Record<PlainVerb, TypedPress>> = {
  ...importPresses,
  setLanguage: 'leads',
  continueDraft: 'leads',
  newDraft: 'leads',
  deleteDraft: 'leads',
  discardDraft: 'deleteDraft',
  restoreDraft: 'acts',
  customers: 'leads',
  findCustomers: 'leads',
  customer: 'leads',
  customerDetails: 'leads',
  export: 'leads',
  exportFile: 'leads',
  asDraft: 'leads',
  addSubscription: 'leads',
  chooseOffer: 'leads',
  addOns: 'leads',
  updateAccount: 'leads',
  beginAgain: 'leads',
  fillIn: 'leads',
  wish: 'leads',
  subscriptions: 'leads',
  renewals: 'leads',
  chart: 'leads',
  licenses: 'leads',
  setLicenses: 'licenses',
  manage: 'leads',
  endOfTerm: 'leads',
  chooseEnd: 'endOfTerm',
  nextTerm: 'leads',
  setNextTerm: 'nextTerm',
  dropNextTerm: 'nextTerm',
  cancelSubscription: 'leads',
  suspend: 'leads',
  reactivate: 'leads',
  setStatus: 'acts',
  undo: 'acts',
  askStop: 'leads',
  stopAll: 'acts',
  stopOrders: 'acts',
  undoOrder: 'leads',
  undoOrders: 'leads',
  severalCustomers: 'leads',
  findSeveral: 'leads',
  orderSeveral: 'acts',
  endRelationship: 'leads',
  removeRelationship: 'acts',
  history: 'leads',
  ownChanges: 'leads',
  finishChange: 'acts',
  dropChange: 'acts',
  newPassword: 'leads',
  setPassword: 'acts',
  passwordDone: 'acts',
  askQualification: 'leads',
  requestQualification: 'acts',
  practiseDecision: 'acts',
  changeOrder: 'acts',
  checkAgreement: 'acts',
  practiseAcceptance: 'acts',
  welcomeText: 'acts',
  welcomePlain: 'acts',
  agreementText: 'acts',
  agreementPlain: 'acts',
  deleteRecord: 'leads',
  eraseRecord: 'deleteRecord',
  done: 'acts',
  another: 'acts',
  finish: 'acts',
  unfinished: 'leads',
  agenda: 'leads',
  morning: 'acts',
  acceptedCustomer: 'leads',
  bundleList: 'leads',
  renameBundle: 'leads',
  setBundleName: 'acts',
  deleteBundle: 'leads',
  dropBundle: 'deleteBundle',
  inviteText: 'acts',
  invitePlain: 'acts',
};

/** Effects of the buttons that all cards of a draft share. */
const shared: Readonly<Record<DraftVerb, 'leads' | 'acts'>> = {
  cancel: 'leads',
  language: 'leads',
  invite: 'leads',
  nameBundle: 'leads',
  saveBundle: 'acts',
  bundles: 'leads',
  resume: 'leads',
  keepDraft: 'leads',
  discard: 'acts',
  empty: 'acts',
};

const all: Readonly<Record<string, TypedPress>> = { ...plain, ...shared, command: 'leads' };

/** The effect of typing the title of a button with this verb; of the buttons on a draft's own card only Submit acts. */
export const typedPress = (verb: string): TypedPress =>
  (Object.hasOwn(all, verb) ? all[verb] : undefined) ?? (verb === 'submit' ? 'acts' : 'leads');
