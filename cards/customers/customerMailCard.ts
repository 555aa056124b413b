import type { Words } from '../../locales/words.ts';
import {
  below,
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  faultLine,
  mailButton,
  paragraph,
  type PressData,
  shortened,
} from '../elements.ts';
import { titleLines } from '../titleLines.ts';
import { type MailLink, mailNoteKey } from '../invitationCard.ts';
import { customerButton } from './customerCardBase.ts';

/** Data of the card with a mail to a customer. */
export interface CustomerMailView {
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

/** Parts of such a card by which one mail differs from another. */
interface MailCardParts {
  readonly title: string;
  readonly intro: string;
  /** Data of the buttons that update the text and show it plain. */
  readonly update: PressData;
  readonly plain: PressData;
  /** Buttons before the way to the customer. */
  readonly more?: readonly ReturnType<typeof button>[];
}

/** Card with a mail to a customer, to be copied or opened in a mail program. */
export function customerMailCard(view: CustomerMailView, parts: MailCardParts): Card {
  const { words, ref, companyName, inputs, faults, text, mail } = view;
  const { t } = words;
  return card(
    parts.title,
    [
      ...titleLines(parts.title, shortened(companyName)),
      ...(faults === 0 ? [] : [faultLine(t('form.faults', { n: faults }))]),
      paragraph(parts.intro),
      ...inputs,
      buttons(button(t('button.updateText'), parts.update, true)),
      // An input's text is copied as it is: no client reads it as Markdown or changes the link in it.
      { type: 'Input.Text', id: 'invitation', label: t('field.invitation'), isMultiline: true, value: text },
      buttons(
        button(t('button.showPlain'), parts.plain),
        ...(mail === undefined ? [] : [mailButton(t('button.openMail'), mail.url)]),
      ),
      paragraph(t('customerMail.copied'), { subtle: true }),
      below(paragraph(t(mailNoteKey(mail)), { subtle: true })),
    ],
    [...(parts.more ?? []), customerButton({ words, ref }), button(t('button.customers'), command('customers'))],
  );
}
