import {
  invitationCard,
  type InvitationMailData,
  invitationMailLink,
  invitationMailText,
  noInvitationCard,
} from '../../cards/invitationCard.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { invitationInputs, readInvitation } from '../../forms/invitationForm.ts';
import { defined } from '../../lib/optional.ts';
import { words as wordsOf, type Words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { openDraft } from '../drafts.ts';
import { inviteRefusal, may } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { showPlainText } from './customerMails.ts';

/**
 * Shows the mail that invites an existing customer, in the language and for the company of the pressed card's inputs.
 * Without a press it is for the company given. The inputs are not stored; an open draft stays as it is.
 */
export async function invite(turn: Turn, company = ''): Promise<void> {
  const link = await readInvitationLink(turn);
  if (link === undefined) return;
  const { words, partner, replies, press } = turn;
  const values = press?.values ?? (company === '' ? {} : { mailCompany: company.slice(0, 100) });
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
