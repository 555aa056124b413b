import { invitationCard, noInvitationCard } from '../cards/invitationCard.ts';
import { invitationText, mailLink, type Invited } from '../cards/invitationMail.ts';
import { refusalCard } from '../cards/talkCards.ts';
import { invitationInputs, readInvitation } from '../forms/invitation.ts';
import { words as wordsOf, type Words } from '../locales/words.ts';
import type { Partner } from '../partner-center/partner.ts';
import { PartnerCenterError } from '../partner-center/partnerCenter.ts';
import { openDraft } from './drafts.ts';
import { inviteRefusal, may } from './rights.ts';
import { showPlainText } from './plainText.ts';
import type { Turn } from './turn.ts';

/**
 * Shows the mail that invites an existing customer, in the language and for the company that stand in the pressed card's
 * inputs. They are kept nowhere; a draft that is open stays as it is.
 */
export async function invite(turn: Turn): Promise<void> {
  const link = await linkFor(turn);
  if (link === undefined) return;
  const { words, partner, replies, press } = turn;
  const values = press?.values ?? {};
  const { answers, faults } = readInvitation(values, words.locale);
  const theirs = wordsOf(answers.language);
  const invited: Invited = { partner, link, company: answers.company, to: answers.to };
  const mail = mailLink(invited, theirs);
  const draft = openDraft(turn);
  replies.show(
    invitationCard({
      words,
      inputs: invitationInputs({ ...values, mailLanguage: answers.language }, faults, words),
      faults: Object.keys(faults).length,
      text: invitationText(invited, theirs),
      notes: notesOf(partner, words),
      ...(mail === undefined ? {} : { mail }),
      ...(draft === undefined ? {} : { draft: draft.id }),
    }),
  );
}

/** Shows the mail by itself, plain and whole: as it stands on the card while its link is unchanged. */
export async function sayInvitation(turn: Turn): Promise<void> {
  turn.replies.keep();
  const link = await linkFor(turn);
  if (link === undefined) return;
  const { partner, words, press } = turn;
  const { invitation: shown = '', ...values } = press?.values ?? {};
  const { answers } = readInvitation(values, words.locale);
  const invited: Invited = { partner, link, company: answers.company, to: answers.to };
  const text = shown.includes(link) ? shown : invitationText(invited, wordsOf(answers.language));
  showPlainText(turn, words.t('invite.title'), text);
}

/** The link to invite with; undefined after a card said why there is none. */
async function linkFor(turn: Turn): Promise<string | undefined> {
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

/** What the link asks for besides, and what not: administrator rights are apart since 2023 where there are any to ask for. */
const notesOf = ({ type, cloud }: Partner, { t }: Words): string[] => [
  ...(type === 'indirect-reseller' ? [t('invite.noteReseller')] : []),
  ...(cloud === 'global' ? [t('invite.noteRights')] : []),
];
