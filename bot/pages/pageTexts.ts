import { draftDays } from '../../dialogs/drafts.ts';
import type { MessageKey, Words } from '../../locales/words.ts';
import { importDays } from '../../model/import.ts';
import { ownChangeDays } from '../../model/user.ts';
import { endedJobDays, quarantineDays } from '../jobs/retention.ts';

/** The pages that the app in Teams links to. */
export const pageNames = ['privacy', 'terms', 'support'] as const;
export type PageName = (typeof pageNames)[number];

/** A part of a page: a heading, a paragraph, or a list. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** Settings that the pages mention. */
export interface PageFacts {
  /** Minutes after which a password is blanked in the chat. */
  readonly passwordMinutes: number;
}

type PageText = (words: Words, facts: PageFacts) => Block[];

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const list = (...items: string[]): Block => ({ kind: 'list', items });

/** The first name of a command, as a user types it. */
const commandWord = (key: MessageKey & `command.${string}`, { t }: Words): string => t(key).split('|')[0] ?? '';

const pages: Readonly<Record<PageName, PageText>> = {
  privacy: ({ t }, { passwordMinutes }) => [
    paragraph(t('privacy.who')),
    paragraph(t('privacy.own')),
    heading(t('privacy.kept')),
    paragraph(t('privacy.where')),
    list(t('privacy.users'), t('privacy.customers'), t('privacy.history'), t('privacy.consent'), t('privacy.rows')),
    paragraph(t('privacy.password', { n: passwordMinutes })),
    paragraph(t('privacy.passwordStays')),
    heading(t('privacy.goes')),
    paragraph(t('privacy.microsoft')),
    paragraph(t('privacy.oneDrive')),
    paragraph(t('privacy.nobody')),
    heading(t('privacy.long')),
    list(
      t('privacy.drafts', { days: draftDays }),
      t('privacy.ended', { days: endedJobDays }),
      t('privacy.begun', { days: ownChangeDays }),
      t('privacy.unreadable', { days: quarantineDays }),
      t('privacy.imports', { days: importDays }),
      t('privacy.records'),
      t('privacy.backups'),
    ),
  ],
  terms: ({ t }) => [
    paragraph(t('terms.licence')),
    paragraph(t('terms.own')),
    heading(t('terms.use')),
    list(
      t('terms.allowed'),
      t('terms.effect'),
      t('terms.accepted'),
      t('terms.password'),
      t('terms.files'),
      t('terms.practice'),
    ),
    paragraph(t('terms.microsoft')),
  ],
  support: (words) => {
    const { t } = words;
    return [
      paragraph(t('support.help', { help: commandWord('command.help', words) })),
      heading(t('support.step')),
      paragraph(t('support.stepText', { finish: t('button.finish') })),
      heading(t('support.refused')),
      paragraph(t('support.refusedText')),
      heading(t('support.silence')),
      paragraph(t('support.silenceText', { hello: commandWord('command.hello', words) })),
      heading(t('support.password')),
      paragraph(t('support.passwordText')),
      heading(t('support.admin')),
      paragraph(t('support.adminText', { doctor: 'npm run doctor' })),
      paragraph(t('support.own')),
    ];
  },
};

/** The blocks of a page in that language, from top to bottom, below its title. */
export const pageBlocks = (name: PageName, words: Words, facts: PageFacts): Block[] => pages[name](words, facts);
