import type { Words } from '../locales/words.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import { type Cloud, cloud } from '../partner-center/rules/clouds.ts';
import { refusalOf } from '../partner-center/rules/fault.ts';
import {
  below,
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
} from './elements.ts';
import { refusalLines, type RefusedCall } from './faultLines.ts';

/** Recipient of an invitation, and the link exactly as Partner Center gives it. */
export interface InvitationMailData {
  readonly partner: Pick<Partner, 'name' | 'cloud' | 'type'>;
  /** The customer's company; empty where it is not said. */
  readonly company: string;
  /** The customer's e-mail address; empty where it is not said. */
  readonly to: string;
  readonly link: string;
}

const adminCenters = {
  microsoft: 'invite.center',
  '21vianet': 'invite.centerChina',
} as const satisfies Record<Cloud['operator'], string>;

/** Text of the mail that asks a customer for a reseller relationship. `words` are in the customer's language. */
export function invitationMailText({ partner, company, link }: InvitationMailData, { t }: Words): string {
  const greeting = company === '' ? t('invite.greeting') : t('invite.greetingCompany', { company });
  const center = t(adminCenters[cloud(partner.cloud).operator]);
  const data = { partner: partner.name, link, center };
  return `${greeting}\n\n${partner.type === 'indirect-reseller' ? t('invite.mailReseller', data) : t('invite.mail', data)}`;
}

/**
 * Maximum length of a mailto address: Windows does not pass a longer one to a mail program (INTERNET_MAX_URL_LENGTH is
 * 2,083).
 */
const maxMailtoLength = 2000;

const encodedAddress = (to: string): string => to.split('@').map(encodeURIComponent).join('@');

/** A mailto address (RFC 6068): line breaks are CRLF, everything else is percent-encoded. */
const mailtoUrl = (to: string, subject: string, body: string): string =>
  `mailto:${encodedAddress(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;

/** Link that opens the mail: whole, or with its text cut to the request and the link. */
export interface MailLink {
  readonly url: string;
  readonly shortened: boolean;
}

/** A mail with its text in two lengths. */
interface MailTexts {
  readonly to: string;
  readonly subject: string;
  readonly whole: string;
  readonly short: string;
}

/**
 * A mail as a link; undefined where even the short text makes it too long for mail programs. A Chinese character takes
 * nine characters in it and a Russian one six, so such mails are shortened sooner.
 */
export function mailto({ to, subject, whole, short }: MailTexts): MailLink | undefined {
  const url = mailtoUrl(to, subject, whole);
  if (url.length <= maxMailtoLength) return { url, shortened: false };
  const shorter = mailtoUrl(to, subject, short);
  return shorter.length <= maxMailtoLength ? { url: shorter, shortened: true } : undefined;
}

/** The invitation mail as a link; undefined where even the short text makes it too long for mail programs. */
export const invitationMailLink = (invited: InvitationMailData, words: Words): MailLink | undefined =>
  mailto({
    to: invited.to,
    subject: words.t('invite.subject', { partner: invited.partner.name }),
    whole: invitationMailText(invited, words),
    short: words.t('invite.mailShort', { partner: invited.partner.name, link: invited.link }),
  });

/** Catalogue key of the note on that link, or on its absence. */
export function mailNoteKey(mail: MailLink | undefined) {
  if (mail === undefined) return 'invite.mailTooLong';
  return mail.shortened ? 'invite.mailShortened' : 'invite.mailUnopened';
}

/** Data of the invitation's card. */
interface InvitationView {
  readonly words: Words;
  /** Language, company and address, with the faults beside them. */
  readonly inputs: readonly Element[];
  readonly faults: number;
  /** The mail in the customer's language. */
  readonly text: string;
  /** Absent where the text is too long for one. */
  readonly mail?: MailLink;
  /** Notes on the link that hold for this kind of partner. */
  readonly notes: readonly string[];
  /** Id of the open draft, to which Continue returns. */
  readonly draft?: string;
}

/** Buttons of every card about invitations. */
const exitButtonsOf = ({ t }: Words, draft: string | undefined) => [
  ...(draft === undefined ? [] : [button(t('button.continue'), { verb: 'continueDraft', argument: draft })]),
  button(t('button.customers'), command('customers')),
  button(t('button.help'), command('help')),
];

/**
 * Card with the mail that asks an existing customer for a reseller relationship, to be copied or opened in a mail
 * program.
 */
export function invitationCard(view: InvitationView): Card {
  const { words, text, mail, faults } = view;
  const { t } = words;
  return card(
    t('invite.title'),
    [
      heading(t('invite.title')),
      ...(faults === 0 ? [] : [faultLine(t('form.faults', { n: faults }))]),
      paragraph(t('invite.intro')),
      ...view.notes.map((note) => below(paragraph(note, { subtle: true }))),
      ...view.inputs,
      buttons(button(t('button.updateText'), { verb: 'inviteText' }, true)),
      // An input's text is copied as it is: no client reads it as Markdown or changes the link in it.
      { type: 'Input.Text', id: 'invitation', label: t('field.invitation'), isMultiline: true, value: text },
      buttons(
        button(t('button.showPlain'), { verb: 'invitePlain' }),
        ...(mail === undefined ? [] : [mailButton(t('button.openMail'), mail.url)]),
      ),
      paragraph(t('invite.unchanged'), { subtle: true }),
      below(paragraph(t(mailNoteKey(mail)), { subtle: true })),
    ],
    exitButtonsOf(words, view.draft),
  );
}

/** Card shown without an invitation link: none is set up, or Partner Center gives none; it says where to copy one. */
export function noInvitationCard(words: Words, draft: string | undefined, refusedCall?: RefusedCall): Card {
  const { t } = words;
  return card(
    t('invite.title'),
    [
      heading(t('invite.title')),
      paragraph(t('invite.intro')),
      ...(refusedCall === undefined
        ? [paragraph(t('invite.noLink'))]
        : [
            ...refusalLines(
              refusalOf({ ...refusedCall.fault, correlationId: refusedCall.correlationId }),
              words,
              (reason) => t('invite.fault', { reason }),
            ),
            paragraph(t('invite.elsewhere')),
          ]),
    ],
    [
      ...(refusedCall === undefined ? [] : [button(t('button.tryAgain'), command('invite'), true)]),
      ...exitButtonsOf(words, draft),
    ],
  );
}

/**
 * Card of a text to be copied, one paragraph for each of its lines. Some clients draw the line breaks of a plain text
 * message as blanks (seen in the Agents Playground; unknown for Teams).
 */
export const plainTextCard = (title: string, text: string): Card => card(title, [heading(title), ...paragraphs(text)]);

function paragraphs(text: string): Element[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, at) =>
    line.trim() === ''
      ? []
      : [
          {
            ...paragraph(line),
            spacing: lines[at - 1]?.trim() === '' || at === 0 ? ('Medium' as const) : ('None' as const),
          },
        ],
  );
}
