import {
  invitationCard,
  type InvitationMailData,
  invitationMailLink,
  invitationMailText,
  noInvitationCard,
  plainTextCard,
} from '../../cards/invitationCard.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { invitationInputs, readInvitation } from '../../forms/invitationForm.ts';
import { localeFor, words as wordsOf, type Words } from '../../locales/words.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { openDraft } from '../drafts.ts';
import { inviteRefusal, may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { isAwaitingAcceptance } from '../../cards/customers/customerView.ts';
import {
  acceptanceMailCard,
  type AcceptanceMailData,
  acceptanceMailLink,
  acceptanceMailText,
} from '../../cards/customers/acceptanceMailCard.ts';
import { adminAccount } from '../../partner-center/rules/adminPassword.ts';
import { acceptanceState } from '../../partner-center/rules/agreement.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Values } from '../../model/draft.ts';
import { answerOrRefusal, customerWithRight, type FoundCustomer, isRelated, orShowRefusal } from './customerAccess.ts';
import { changesOf } from './openChanges.ts';
import { refOf } from '../../model/customerRef.ts';
import { fitsSizeLimit } from '../../cards/elements.ts';
import { defined } from '../../lib/optional.ts';

/**
 * Shows the mail that invites an existing customer, in the language and for the company of the pressed card's inputs.
 * The inputs are not stored; an open draft stays as it is.
 */
export async function invite(turn: Turn): Promise<void> {
  const link = await readInvitationLink(turn);
  if (link === undefined) return;
  const { words, partner, replies, press } = turn;
  const values = press?.values ?? {};
  const { answers, faults } = readInvitation(values, words.locale);
  const theirs = wordsOf(answers.language);
  const invited: InvitationMailData = { partner, link, company: answers.company, to: answers.to };
  const mail = invitationMailLink(invited, theirs);
  const draft = openDraft(turn);
  replies.show(
    invitationCard({
      words,
      inputs: invitationInputs({ ...values, mailLanguage: answers.language }, faults, words),
      faults: Object.keys(faults).length,
      text: invitationMailText(invited, theirs),
      notes: invitationNotes(partner, words),
      ...defined({ mail, draft: draft?.id }),
    }),
  );
}

/** Shows the whole mail as plain text: as edited on the card while its link is unchanged. */
export async function sayInvitation(turn: Turn): Promise<void> {
  turn.replies.keep();
  const link = await readInvitationLink(turn);
  if (link === undefined) return;
  const { partner, words, press } = turn;
  const { invitation: shown = '', ...values } = press?.values ?? {};
  const { answers } = readInvitation(values, words.locale);
  const invited: InvitationMailData = { partner, link, company: answers.company, to: answers.to };
  const text = shown.includes(link) ? shown : invitationMailText(invited, wordsOf(answers.language));
  showPlainText(turn, words.t('invite.title'), text);
}

/** Invitation link; undefined when there is none, and a card says why. */
async function readInvitationLink(turn: Turn): Promise<string | undefined> {
  const { partner, words, replies, partnerCenter } = turn;
  const reason = inviteRefusal(partner) ?? (may(turn, 'add') ? undefined : 'refusal.right');
  if (reason !== undefined) {
    replies.show(refusalCard(words, words.t(reason), false));
    return undefined;
  }
  const draft = openDraft(turn)?.id;
  try {
    const link = await partnerCenter.management.invitationLink();
    if (link === undefined) replies.show(noInvitationCard(words, draft));
    return link;
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    replies.show(noInvitationCard(words, draft, error));
    return undefined;
  }
}

/**
 * Notes about the link: what else it asks for, and what not. Since 2023 administrator rights are granted apart from it,
 * where the cloud has them.
 */
const invitationNotes = ({ type, cloud: id }: Partner, { t }: Words): string[] => [
  ...(type === 'indirect-reseller' ? [t('invite.noteReseller')] : []),
  ...(cloud(id).gdap ? [t('invite.noteRights')] : []),
];

/** Data of the mail that asks for acceptance, and the input values it comes from. */
interface AcceptanceMail {
  readonly asked: AcceptanceMailData;
  readonly language: ReturnType<typeof readInvitation>['answers']['language'];
  readonly values: Values;
  readonly faults: ReturnType<typeof readInvitation>['faults'];
}

/**
 * Shows the mail that asks a customer to accept the agreement, in the customer's language unless another was chosen.
 */
export async function showAcceptanceMail(turn: Turn, ref: string): Promise<void> {
  const { words, replies, press } = turn;
  // A card of another kind stays as it is: a confirmation may show a password.
  if (press?.values['mailLanguage'] === undefined) replies.keep();
  const found = await customerWithRight(turn, ref, 'view');
  const written = found === undefined ? undefined : await acceptanceMailFor(turn, found);
  if (found === undefined || written === undefined) return;
  const { asked, language, values, faults } = written;
  const theirs = wordsOf(language);
  const mail = acceptanceMailLink(asked, theirs);
  replies.show(
    acceptanceMailCard({
      words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      inputs: invitationInputs(values, faults, words),
      faults: Object.keys(faults).length,
      text: acceptanceMailText(asked, theirs),
      ...defined({ mail }),
    }),
  );
}

/** Shows the whole mail as plain text: as edited on the card while its link is unchanged. */
export async function sayAcceptanceMail(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await customerWithRight(turn, ref, 'view');
  const written = found === undefined ? undefined : await acceptanceMailFor(turn, found);
  if (written === undefined) return;
  const { asked, language } = written;
  const shown = turn.press?.values['invitation'] ?? '';
  const text = shown.includes(asked.page) ? shown : acceptanceMailText(asked, wordsOf(language));
  showPlainText(turn, turn.words.t('button.customerText'), text);
}

/** Mail for this customer, from the pressed card's inputs, else from the customer's data. */
async function acceptanceMailFor(turn: Turn, found: FoundCustomer): Promise<AcceptanceMail | undefined> {
  const { partner, press, words } = turn;
  const page = await acceptancePageFor(turn, found);
  if (page === undefined) {
    turn.replies.say(words.t('customer.gone'));
    return undefined;
  }
  const typed = press?.values ?? {};
  const isTyped = typed['mailLanguage'] !== undefined;
  const values = isTyped ? typed : await orShowRefusal(turn, () => initialMailValues(turn, found));
  if (values === undefined) return undefined;
  const { answers, faults } = readInvitation(values, words.locale);
  const account = addedAdminAccount(found);
  return {
    asked: {
      partner,
      company: answers.company,
      to: answers.to,
      page,
      again: await mustAcceptAgain(turn, found),
      ...defined({ account }),
    },
    language: answers.language,
    values: { ...values, mailLanguage: answers.language },
    faults,
  };
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
export async function initialMailValues(turn: Turn, { target, record }: FoundCustomer): Promise<Values> {
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
export function addedAdminAccount({ target, record }: FoundCustomer): string | undefined {
  if (record === undefined || record.existing === true) return undefined;
  return adminAccount(record.stages.customer.userName, target.domain);
}

/** Shows a text to be copied on a card, or as a message when it is too long for a card. */
export function showPlainText({ replies }: Turn, title: string, text: string): void {
  const shown = plainTextCard(title, text);
  if (fitsSizeLimit(shown)) replies.show(shown);
  else replies.say(text);
}
