import type { Words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { type MailLink, mailNoteKey, mailto } from '../invitationCard.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  faultLine,
  heading,
  mailButton,
  paragraph,
  shortened,
  strong,
} from '../elements.ts';
import { customerButton } from './customerCardBase.ts';

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

/** Data of the card with the mail to a customer. */
interface AcceptanceMailView {
  readonly words: Words;
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  /** Language, company and address, with the faults beside them. */
  readonly inputs: readonly Element[];
  readonly faults: number;
  /** The mail in the customer's language. */
  readonly text: string;
  /** Absent where the text is too long for one. */
  readonly mail?: MailLink;
}

/** Card with the mail that asks a customer to accept the agreement, to be copied or opened in a mail program. */
export function acceptanceMailCard({ words, ref, companyName, inputs, faults, text, mail }: AcceptanceMailView): Card {
  const { t } = words;
  const title = t('button.customerText');
  return card(
    title,
    [
      heading(title),
      strong(shortened(companyName)),
      ...(faults === 0 ? [] : [faultLine(t('form.faults', { n: faults }))]),
      paragraph(t('acceptance.mailIntro')),
      ...inputs,
      buttons(button(t('button.updateText'), { verb: 'agreementText', argument: ref }, true)),
      // An input's text is copied as it is: no client reads it as Markdown or changes the link in it.
      { type: 'Input.Text', id: 'invitation', label: t('field.invitation'), isMultiline: true, value: text },
      buttons(
        button(t('button.showPlain'), { verb: 'agreementPlain', argument: ref }),
        ...(mail === undefined ? [] : [mailButton(t('button.openMail'), mail.url)]),
      ),
      paragraph(t('invite.unchanged'), { subtle: true }),
      paragraph(t(mailNoteKey(mail)), { subtle: true }),
    ],
    [
      button(t('button.checkAgain'), { verb: 'checkAgreement', argument: ref }),
      customerButton({ words, ref }),
      button(t('button.customers'), command('customers')),
    ],
  );
}
