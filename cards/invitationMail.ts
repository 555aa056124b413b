import type { Words } from '../locales/words.ts';
import type { Partner } from '../partner-center/partner.ts';

/** Whom an invitation is for, and the link exactly as Partner Center gives it. */
export interface Invited {
  readonly partner: Pick<Partner, 'name' | 'cloud' | 'type'>;
  /** The customer's company; empty where it is not said. */
  readonly company: string;
  /** The customer's e-mail address; empty where it is not said. */
  readonly to: string;
  readonly link: string;
}

/** The text of the mail that asks a customer for a reseller relationship; `words` are the customer's. */
export function invitationText({ partner, company, link }: Invited, { t }: Words): string {
  const greeting = company === '' ? t('invite.greeting') : t('invite.greetingCompany', { company });
  const center = t(partner.cloud === 'china' ? 'invite.centerChina' : 'invite.center');
  const data = { partner: partner.name, link, center };
  return `${greeting}\n\n${partner.type === 'indirect-reseller' ? t('invite.mailReseller', data) : t('invite.mail', data)}`;
}

/** Windows hands no longer address to a mail program (INTERNET_MAX_URL_LENGTH is 2,083). */
const longest = 2000;

const address = (to: string): string => to.split('@').map(encodeURIComponent).join('@');

/** A mailto address (RFC 6068): line breaks are CRLF, everything else is percent-encoded. */
const addressOf = (to: string, subject: string, body: string): string =>
  `mailto:${address(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;

/** A link that opens the mail: whole, or with a text cut to the request and the link. */
export interface MailLink {
  readonly url: string;
  readonly shortened: boolean;
}

/** A mail with its text in two lengths. */
interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly whole: string;
  readonly short: string;
}

/**
 * A mail as a link; undefined where even the shortest is longer than programs take. A letter of Chinese takes nine
 * characters in it and a Russian one six, so theirs are shortened sooner.
 */
export function mailto({ to, subject, whole, short }: Mail): MailLink | undefined {
  const url = addressOf(to, subject, whole);
  if (url.length <= longest) return { url, shortened: false };
  const shorter = addressOf(to, subject, short);
  return shorter.length <= longest ? { url: shorter, shortened: true } : undefined;
}

/** The mail that invites a customer, as a link; undefined where even the shortest is longer than programs take. */
export const mailLink = (invited: Invited, words: Words): MailLink | undefined =>
  mailto({
    to: invited.to,
    subject: words.t('invite.subject', { partner: invited.partner.name }),
    whole: invitationText(invited, words),
    short: words.t('invite.mailShort', { partner: invited.partner.name, link: invited.link }),
  });

/** The key of what is true of that link, or of there being none. */
export function mailNote(mail: MailLink | undefined) {
  if (mail === undefined) return 'invite.mailTooLong';
  return mail.shortened ? 'invite.mailShortened' : 'invite.mailUnopened';
}
