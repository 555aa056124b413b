import type { Words } from '../locales/words.ts';
import { refusalOf } from '../partner-center/fault.ts';
import { button, buttons, command, mailButton } from './buttons.ts';
import { card, faultLine, heading, paragraph, type Card, type Element } from './elements.ts';
import { mailNote, type MailLink } from './invitationMail.ts';
import { refusalLines } from './reasons.ts';
import type { Trouble } from './trouble.ts';

/** An invitation as it stands on its card. */
export interface InvitationView {
  readonly words: Words;
  /** Language, company and address, with the faults beside them. */
  readonly inputs: readonly Element[];
  readonly faults: number;
  /** The mail in the customer's language. */
  readonly text: string;
  /** Absent where the text is too long for one. */
  readonly mail?: MailLink;
  /** What is true of the link, of this partner's kind. */
  readonly notes: readonly string[];
  /** Id of the draft that waits meanwhile. */
  readonly draft?: string;
}

/** The ways on from any card about invitations. */
const waysOn = ({ t }: Words, draft: string | undefined) => [
  ...(draft === undefined ? [] : [button(t('button.continue'), { verb: 'continueDraft', argument: draft })]),
  button(t('button.customers'), command('customers')),
  button(t('button.help'), command('help')),
];

/** The mail that asks an existing customer for a reseller relationship, to be copied or opened in a mail program. */
export function invitationCard(view: InvitationView): Card {
  const { words, text, mail, faults } = view;
  const { t } = words;
  return card(
    t('invite.title'),
    [
      heading(t('invite.title')),
      ...(faults === 0 ? [] : [faultLine(t('form.faults', { n: faults }))]),
      paragraph(t('invite.intro')),
      ...view.notes.map((note) => paragraph(note, { subtle: true })),
      ...view.inputs,
      buttons(button(t('button.updateText'), { verb: 'inviteText' }, true)),
      // An input's text is copied as it is: no client reads it as Markdown or changes the link in it.
      { type: 'Input.Text', id: 'invitation', label: t('field.invitation'), isMultiline: true, value: text },
      buttons(
        button(t('button.showPlain'), { verb: 'invitePlain' }),
        ...(mail === undefined ? [] : [mailButton(t('button.openMail'), mail.url)]),
      ),
      paragraph(t('invite.unchanged'), { subtle: true }),
      paragraph(t(mailNote(mail)), { subtle: true }),
    ],
    waysOn(words, view.draft),
  );
}

/** There is no link to invite with: none is set up, or Partner Center gives none; where it can be copied. */
export function noInvitationCard(words: Words, draft: string | undefined, trouble?: Trouble): Card {
  const { t } = words;
  return card(
    t('invite.title'),
    [
      heading(t('invite.title')),
      paragraph(t('invite.intro')),
      ...(trouble === undefined
        ? [paragraph(t('invite.noLink'))]
        : [
            ...refusalLines(refusalOf({ ...trouble.fault, correlationId: trouble.correlationId }), words, (reason) =>
              t('invite.fault', { reason }),
            ),
            paragraph(t('invite.elsewhere')),
          ]),
    ],
    [
      ...(trouble === undefined ? [] : [button(t('button.tryAgain'), command('invite'), true)]),
      ...waysOn(words, draft),
    ],
  );
}
