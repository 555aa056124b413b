import type { Words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/partner.ts';
import { mailto, type MailLink } from '../invitationMail.ts';

/** Whom the mail asks to accept the agreement, and where. */
export interface AskedToAccept {
  readonly partner: Pick<Partner, 'name'>;
  /** The customer's company; empty where it is not said. */
  readonly company: string;
  /** The customer's e-mail address; empty where it is not said. */
  readonly to: string;
  readonly page: string;
  /** It accepted, but so long ago that it does not count. */
  readonly again: boolean;
  /** The administrator account of a tenant that was made for it. */
  readonly account?: string;
}

/** The text of the mail that asks a customer to accept the agreement; `words` are the customer's. */
export function acceptanceText({ partner, company, page, again, account }: AskedToAccept, { t }: Words): string {
  const data = { partner: partner.name, link: page };
  return [
    company === '' ? t('invite.greeting') : t('invite.greetingCompany', { company }),
    again ? t('acceptance.mailOld', data) : t('acceptance.mail', data),
    ...(account === undefined ? [] : [t('acceptance.account', { account })]),
    t('acceptance.thanks'),
  ].join('\n\n');
}

/** The mail as a link: whole, or shortened to the request and the page; undefined where programs take neither. */
export const acceptanceMail = (asked: AskedToAccept, words: Words): MailLink | undefined =>
  mailto({
    to: asked.to,
    subject: words.t('acceptance.subject', { partner: asked.partner.name }),
    whole: acceptanceText(asked, words),
    short: words.t('acceptance.mailShort', { link: asked.page }),
  });
