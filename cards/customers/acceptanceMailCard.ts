import type { Words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { type MailLink, mailto } from '../invitationCard.ts';
import { button, type Card } from '../elements.ts';
import { customerMailCard, type CustomerMailView } from './customerMailCard.ts';

/** Recipient and page of the mail that asks to accept the agreement. */
export interface AcceptanceMailData {
  readonly partner: Pick<Partner, 'name'>;
  /** The customer's company; empty where it is not said. */
  readonly company: string;
  /** The customer's e-mail address; empty where it is not said. */
  readonly to: string;
  readonly page: string;
  /** True where the customer accepted so long ago that it does not count. */
  readonly again: boolean;
  /** Administrator account, where the tenant was created for this customer. */
  readonly account?: string;
}

/** Text of the mail that asks a customer to accept the agreement. `words` are in the customer's language. */
export function acceptanceMailText(
  { partner, company, page, again, account }: AcceptanceMailData,
  { t }: Words,
): string {
  const data = { partner: partner.name, link: page };
  return [
    company === '' ? t('invite.greeting') : t('invite.greetingCompany', { company }),
    again ? t('acceptance.mailOld', data) : t('acceptance.mail', data),
    ...(account === undefined ? [] : [t('acceptance.account', { account })]),
    t('acceptance.thanks'),
  ].join('\n\n');
}

/**
 * The mail as a link: whole, or shortened to the request and the page. Undefined where both are too long for mail
 * programs.
 */
export const acceptanceMailLink = (asked: AcceptanceMailData, words: Words): MailLink | undefined =>
  mailto({
    to: asked.to,
    subject: words.t('acceptance.subject', { partner: asked.partner.name }),
    whole: acceptanceMailText(asked, words),
    short: words.t('acceptance.mailShort', { link: asked.page }),
  });

/** Card with the mail that asks a customer to accept the agreement, to be copied or opened in a mail program. */
export function acceptanceMailCard(view: CustomerMailView): Card {
  const { t } = view.words;
  return customerMailCard(view, {
    title: t('button.customerText'),
    intro: t('acceptance.mailIntro'),
    update: { verb: 'agreementText', argument: view.ref },
    plain: { verb: 'agreementPlain', argument: view.ref },
    more: [button(t('button.checkAgain'), { verb: 'checkAgreement', argument: view.ref })],
  });
}
