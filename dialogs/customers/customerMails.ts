import { plainTextCard } from '../../cards/invitationCard.ts';
import { invitationInputs, readInvitation } from '../../forms/invitationForm.ts';
import { localeFor, words as wordsOf, type Words } from '../../locales/words.ts';
import type { Turn } from '../turn.ts';
import { isAwaitingAcceptance } from '../../cards/customers/customerView.ts';
import {
  acceptanceMailCard,
  type AcceptanceMailData,
  acceptanceMailLink,
  acceptanceMailText,
} from '../../cards/customers/acceptanceMailCard.ts';
import type { CustomerMailView } from '../../cards/customers/customerMailCard.ts';
import {
  welcomeMailCard,
  type WelcomeMailData,
  welcomeMailLink,
  welcomeMailText,
} from '../../cards/customers/welcomeMailCard.ts';
import { adminAccount } from '../../partner-center/rules/adminPassword.ts';
import { acceptanceState } from '../../partner-center/rules/agreement.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Faults, Values } from '../../model/draft.ts';
import { answerOrRefusal, customerWithRight, type FoundCustomer, isRelated, orShowRefusal } from './customerAccess.ts';
import { changesOf } from './openChanges.ts';
import { refOf } from '../../model/customerRef.ts';
import { type Card, fitsSizeLimit } from '../../cards/elements.ts';
import { defined } from '../../lib/optional.ts';

type Answers = ReturnType<typeof readInvitation>['answers'];

/** The part of a mail that its card asks for. */
type Addressee = Pick<Answers, 'company' | 'to'>;

/** A kind of mail to a customer; `Subject` is what it says of the customer besides the addressee. */
interface MailKind<Subject extends { readonly page: string }> {
  readonly title: 'button.customerText' | 'button.welcomeText';
  /** Undefined for a customer that gets no such mail. */
  readonly subjectOf: (turn: Turn, found: FoundCustomer) => Promise<Subject | undefined>;
  readonly text: (data: Subject & Addressee, theirs: Words) => string;
  readonly link: (data: Subject & Addressee, theirs: Words) => CustomerMailView['mail'];
  readonly card: (view: CustomerMailView) => Card;
}

/** A mail, and the input values it comes from. */
interface WrittenMail<Subject> {
  readonly found: FoundCustomer;
  readonly data: Subject & Addressee;
  readonly language: Answers['language'];
  readonly values: Values;
  readonly faults: Faults;
}

const acceptanceMail: MailKind<Omit<AcceptanceMailData, keyof Addressee>> = {
  title: 'button.customerText',
  async subjectOf(turn, found) {
    const page = await acceptancePageFor(turn, found);
    if (page === undefined) return undefined;
    const again = await mustAcceptAgain(turn, found);
    return { partner: turn.partner, page, again, ...defined({ account: addedAdminAccount(found) }) };
  },
  text: acceptanceMailText,
  link: acceptanceMailLink,
  card: acceptanceMailCard,
};

const welcomeMail: MailKind<Omit<WelcomeMailData, keyof Addressee>> = {
  title: 'button.welcomeText',
  async subjectOf({ partner }, found) {
    const account = addedAdminAccount(found);
    const page = cloud(partner.cloud).adminCenter;
    if (account === undefined || page === undefined) return undefined;
    return { partner, page, account, domain: found.target.domain };
  },
  text: welcomeMailText,
  link: welcomeMailLink,
  card: welcomeMailCard,
};

/** Shows the mail that asks a customer to accept the agreement. */
export const showAcceptanceMail = showMail(acceptanceMail);
/** Shows that mail as plain text. */
export const sayAcceptanceMail = sayMail(acceptanceMail);
/** Shows the mail with a new customer's first steps. */
export const showWelcomeMail = showMail(welcomeMail);
/** Shows that mail as plain text. */
export const sayWelcomeMail = sayMail(welcomeMail);

/** Shows a mail in the customer's language unless another was chosen. The inputs are not stored. */
function showMail<Subject extends { readonly page: string }>(kind: MailKind<Subject>) {
  return async (turn: Turn, ref: string): Promise<void> => {
    const { words, replies, press } = turn;
    // A card of another kind stays as it is: a confirmation may show a password.
    if (press?.values['mailLanguage'] === undefined) replies.keep();
    const written = await writeMail(kind, turn, ref);
    if (written === undefined) return;
    const { found, data, language, values, faults } = written;
    const theirs = wordsOf(language);
    replies.show(
      kind.card({
        words,
        ref: refOf(found.target),
        companyName: found.target.companyName,
        inputs: invitationInputs(values, faults, words),
        faults: Object.keys(faults).length,
        text: kind.text(data, theirs),
        ...defined({ mail: kind.link(data, theirs) }),
      }),
    );
  };
}

/** Shows the whole mail as plain text: as edited on the card while its page is unchanged. */
function sayMail<Subject extends { readonly page: string }>(kind: MailKind<Subject>) {
  return async (turn: Turn, ref: string): Promise<void> => {
    turn.replies.keep();
    const written = await writeMail(kind, turn, ref);
    if (written === undefined) return;
    const { data, language } = written;
    const shown = turn.press?.values['invitation'] ?? '';
    const text = shown.includes(data.page) ? shown : kind.text(data, wordsOf(language));
    showPlainText(turn, turn.words.t(kind.title), text);
  };
}

/**
 * The mail for this customer, from the pressed card's inputs, else from the customer's data; undefined for one that
 * gets none, and the user was told so.
 */
async function writeMail<Subject extends { readonly page: string }>(
  kind: MailKind<Subject>,
  turn: Turn,
  ref: string,
): Promise<WrittenMail<Subject> | undefined> {
  const { press, words, replies } = turn;
  const found = await customerWithRight(turn, ref, 'view');
  if (found === undefined) return undefined;
  const subject = await kind.subjectOf(turn, found);
  if (subject === undefined) {
    replies.say(words.t('customer.gone'));
    return undefined;
  }
  const typed = press?.values ?? {};
  const isTyped = typed['mailLanguage'] !== undefined;
  const values = isTyped ? typed : await orShowRefusal(turn, () => initialMailValues(turn, found));
  if (values === undefined) return undefined;
  const { answers, faults } = readInvitation(values, words.locale);
  const { company, to, language } = answers;
  return { found, data: { ...subject, company, to }, language, values: { ...values, mailLanguage: language }, faults };
}

/** Acceptance page of the customer: the one created for it, else the cloud's. */
async function acceptancePageFor(turn: Turn, found: FoundCustomer): Promise<string | undefined> {
  if (!isRelated(found)) return undefined;
  const made = (await changesOf(turn, found.target))
    .filter(isAwaitingAcceptance)
    .flatMap(({ awaiting }) => awaiting?.page ?? []);
  return made[0] ?? cloud(turn.partner.cloud).acceptancePage;
}

/** Initial values of the mail's inputs: language, company and address. May raise PartnerCenterError. */
async function initialMailValues(turn: Turn, { target, record }: FoundCustomer): Promise<Values> {
  const { company = {}, contact = {} } = record?.sections ?? {};
  const isWhole = company['culture'] !== undefined && contact['email'] !== undefined;
  const billing = isWhole
    ? undefined
    : (await turn.withinAnswerTime(customerDetails(turn, target.microsoftId)))?.billing;
  const culture = company['culture'] ?? billing?.culture ?? billing?.language;
  return {
    mailLanguage: culture === undefined ? turn.words.locale : localeFor(culture),
    mailCompany: target.companyName,
    mailTo: contact['email'] ?? billing?.contact.email ?? '',
  };
}

const customerDetails = async ({ partnerCenter }: Turn, microsoftId: string) =>
  partnerCenter.directory?.customer(microsoftId);

/** True when the customer accepted too long ago. */
async function mustAcceptAgain(turn: Turn, { target }: FoundCustomer): Promise<boolean> {
  const state = await answerOrRefusal(
    turn.withinAnswerTime(turn.partnerCenter.management.agreement(target.microsoftId)),
  );
  return !('fault' in state) && acceptanceState(state) === 'too-old';
}

/** Administrator account of a customer that was added here. */
function addedAdminAccount({ target, record }: FoundCustomer): string | undefined {
  if (record === undefined || record.existing === true) return undefined;
  return adminAccount(record.stages.customer.userName, target.domain);
}

/** Shows a text to be copied on a card, or as a message when it is too long for a card. */
export function showPlainText({ replies }: Turn, title: string, text: string): void {
  const shown = plainTextCard(title, text);
  if (fitsSizeLimit(shown)) replies.show(shown);
  else replies.say(text);
}
