import { isAwaiting } from '../../cards/agreement/acceptanceGroup.ts';
import { acceptanceMail, acceptanceText, type AskedToAccept } from '../../cards/agreement/acceptanceMail.ts';
import { acceptanceMailCard } from '../../cards/agreement/acceptanceMailCard.ts';
import { invitationInputs, readInvitation } from '../../forms/invitation.ts';
import { localeFor, words as wordsOf } from '../../locales/words.ts';
import { adminAccount } from '../../partner-center/adminPassword.ts';
import { acceptanceState } from '../../partner-center/agreement.ts';
import { cloud } from '../../partner-center/clouds.ts';
import type { Values } from '../../storage/draft.ts';
import { existing, isRelated, orTrouble, said } from './existing.ts';
import { changesOf } from './openChanges.ts';
import { refOf, type Targeted } from './targets.ts';
import { showPlainText } from '../plainText.ts';
import type { Turn } from '../turn.ts';

/** What a mail to a customer is written with, and the inputs it comes from. */
interface Written {
  readonly asked: AskedToAccept;
  readonly language: ReturnType<typeof readInvitation>['answers']['language'];
  readonly values: Values;
  readonly faults: ReturnType<typeof readInvitation>['faults'];
}

/** Shows the mail that asks a customer to accept the agreement, in its own language unless another one was chosen. */
export async function showAcceptanceMail(turn: Turn, ref: string): Promise<void> {
  const { words, replies, press } = turn;
  // The card of another kind that this was pressed on stays: a confirmation may show a password.
  if (press?.values['mailLanguage'] === undefined) replies.keep();
  const found = await existing(turn, ref, 'view');
  const written = found === undefined ? undefined : await writtenFor(turn, found);
  if (found === undefined || written === undefined) return;
  const { asked, language, values, faults } = written;
  const theirs = wordsOf(language);
  const mail = acceptanceMail(asked, theirs);
  replies.show(
    acceptanceMailCard({
      words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      inputs: invitationInputs(values, faults, words),
      faults: Object.keys(faults).length,
      text: acceptanceText(asked, theirs),
      ...(mail === undefined ? {} : { mail }),
    }),
  );
}

/** Shows the mail by itself, plain and whole: as it stands on the card while its link is unchanged. */
export async function sayAcceptanceMail(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await existing(turn, ref, 'view');
  const written = found === undefined ? undefined : await writtenFor(turn, found);
  if (written === undefined) return;
  const { asked, language } = written;
  const shown = turn.press?.values['invitation'] ?? '';
  const text = shown.includes(asked.page) ? shown : acceptanceText(asked, wordsOf(language));
  showPlainText(turn, turn.words.t('button.customerText'), text);
}

/** What the mail is written with: what stands on the pressed card, else what is known of the customer. */
async function writtenFor(turn: Turn, found: Targeted): Promise<Written | undefined> {
  const { partner, press, words } = turn;
  const page = await pageFor(turn, found);
  if (page === undefined) {
    turn.replies.say(words.t('customer.gone'));
    return undefined;
  }
  const typed = press?.values ?? {};
  const isTyped = typed['mailLanguage'] !== undefined;
  const values = isTyped ? typed : await orTrouble(turn, () => knownOf(turn, found));
  if (values === undefined) return undefined;
  const { answers, faults } = readInvitation(values, words.locale);
  const account = accountOf(found);
  return {
    asked: {
      partner,
      company: answers.company,
      to: answers.to,
      page,
      again: await mustAgain(turn, found),
      ...(account === undefined ? {} : { account }),
    },
    language: answers.language,
    values: { ...values, mailLanguage: answers.language },
    faults,
  };
}

/** Where the customer accepts: on the page made for it, where one was. */
async function pageFor(turn: Turn, found: Targeted): Promise<string | undefined> {
  if (!isRelated(found)) return undefined;
  const made = (await changesOf(turn, found.target)).filter(isAwaiting).flatMap(({ awaiting }) => awaiting?.page ?? []);
  return made[0] ?? cloud(turn.partner.cloud).acceptancePage;
}

/** What is known of it: language, company and address, by the inputs' names. May raise PartnerCenterError. */
async function knownOf(turn: Turn, { target, record }: Targeted): Promise<Values> {
  const { company = {}, contact = {} } = record?.sections ?? {};
  const isWhole = company['culture'] !== undefined && contact['email'] !== undefined;
  const billing = isWhole ? undefined : (await turn.soon(detailsOf(turn, target.microsoftId)))?.billing;
  const culture = company['culture'] ?? billing?.culture ?? billing?.language;
  return {
    mailLanguage: culture === undefined ? turn.words.locale : localeFor(culture),
    mailCompany: target.companyName,
    mailTo: contact['email'] ?? billing?.contact.email ?? '',
  };
}

const detailsOf = async ({ partnerCenter }: Turn, microsoftId: string) =>
  partnerCenter.directory?.customer(microsoftId);

/** Has it accepted, but too long ago? */
async function mustAgain(turn: Turn, { target }: Targeted): Promise<boolean> {
  const state = await said(turn.soon(turn.partnerCenter.management.agreement(target.microsoftId)));
  return !('fault' in state) && acceptanceState(state) === 'too-old';
}

/** The administrator account of a customer that was added here. */
function accountOf({ target, record }: Targeted): string | undefined {
  if (record === undefined || record.existing === true) return undefined;
  return adminAccount(record.stages.customer.userName, target.domain);
}
