import {
  welcomeMailCard,
  type WelcomeMailData,
  welcomeMailLink,
  welcomeMailText,
} from '../../cards/customers/welcomeMailCard.ts';
import { invitationInputs, readInvitation } from '../../forms/invitationForm.ts';
import { defined } from '../../lib/optional.ts';
import { words as wordsOf } from '../../locales/words.ts';
import { refOf } from '../../model/customerRef.ts';
import type { Values } from '../../model/draft.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Turn } from '../turn.ts';
import { findCustomer, type FoundCustomer, orShowRefusal } from './customerAccess.ts';
import { addedAdminAccount, initialMailValues, showPlainText } from './customerMails.ts';

/** Mail with a new customer's first steps, and the input values it comes from. */
interface WelcomeMail {
  readonly about: WelcomeMailData;
  readonly found: FoundCustomer;
  readonly language: ReturnType<typeof readInvitation>['answers']['language'];
  readonly values: Values;
  readonly faults: ReturnType<typeof readInvitation>['faults'];
}

/**
 * Shows the mail with a new customer's first steps, in the customer's language unless another was chosen. The inputs are
 * not stored.
 */
export async function showWelcomeMail(turn: Turn, ref: string): Promise<void> {
  const { words, replies, press } = turn;
  // A card of another kind stays as it is: a confirmation may show a password.
  if (press?.values['mailLanguage'] === undefined) replies.keep();
  const written = await welcomeMailFor(turn, ref);
  if (written === undefined) return;
  const { about, found, language, values, faults } = written;
  const theirs = wordsOf(language);
  const mail = welcomeMailLink(about, theirs);
  replies.show(
    welcomeMailCard({
      words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      inputs: invitationInputs(values, faults, words),
      faults: Object.keys(faults).length,
      text: welcomeMailText(about, theirs),
      ...defined({ mail }),
    }),
  );
}

/** Shows the whole mail as plain text: as edited on the card while its page is unchanged. */
export async function sayWelcomeMail(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const written = await welcomeMailFor(turn, ref);
  if (written === undefined) return;
  const { about, language } = written;
  const shown = turn.press?.values['invitation'] ?? '';
  const text = shown.includes(about.page) ? shown : welcomeMailText(about, wordsOf(language));
  showPlainText(turn, turn.words.t('button.welcomeText'), text);
}

/** The mail for a customer that was added here; undefined for any other, and the user was told so. */
async function welcomeMailFor(turn: Turn, ref: string): Promise<WelcomeMail | undefined> {
  const { partner, press, words, replies } = turn;
  const found = await turn.withinAnswerTime(findCustomer(turn, ref));
  const account = found === undefined ? undefined : addedAdminAccount(found);
  const page = cloud(partner.cloud).adminCenter;
  if (found === undefined || account === undefined || page === undefined) {
    replies.say(words.t('customer.gone'));
    return undefined;
  }
  const typed = press?.values ?? {};
  const isTyped = typed['mailLanguage'] !== undefined;
  const values = isTyped ? typed : await orShowRefusal(turn, () => initialMailValues(turn, found));
  if (values === undefined) return undefined;
  const { answers, faults } = readInvitation(values, words.locale);
  const { company, to, language } = answers;
  const about = { partner, company, to, domain: found.target.domain, account, page };
  return { about, found, language, values: { ...values, mailLanguage: language }, faults };
}
