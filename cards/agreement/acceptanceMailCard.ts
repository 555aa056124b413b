import type { Words } from '../../locales/words.ts';
import { button, buttons, command, mailButton } from '../buttons.ts';
import { openCustomer } from '../customers/whose.ts';
import { card, faultLine, heading, paragraph, shortened, strong, type Card, type Element } from '../elements.ts';
import { mailNote, type MailLink } from '../invitationMail.ts';

/** The mail to a customer as it stands on its card. */
export interface AcceptanceMailView {
  readonly words: Words;
  /** How buttons name the customer. */
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

/** The mail that asks a customer to accept the agreement, to be copied or opened in a mail program. */
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
      paragraph(t(mailNote(mail)), { subtle: true }),
    ],
    [
      button(t('button.checkAgain'), { verb: 'checkAgreement', argument: ref }),
      openCustomer({ words, ref }),
      button(t('button.customers'), command('customers')),
    ],
  );
}
