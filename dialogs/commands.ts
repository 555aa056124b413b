import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';

/** What can be typed, or pressed, at any moment. */
export const commandNames = [
  'help',
  'hello',
  'addCustomer',
  'customers',
  'importCustomers',
  'drafts',
  'invite',
  'back',
  'cancel',
  'startOver',
  'language',
] as const;
export type CommandName = (typeof commandNames)[number];

const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.!?,。！？，「」『』“”"'«»]+/gu, ' ')
    .trim();

const known: ReadonlyMap<string, CommandName> = new Map(
  locales.flatMap((locale) =>
    commandNames.flatMap((name) =>
      words(locale)
        .t(`command.${name}`)
        .split('|')
        .map((typed) => [normal(typed) === '' ? typed : normal(typed), name] as const),
    ),
  ),
);

/** The command a typed text is, in whichever of the languages; case, width and punctuation do not matter. */
export const commandOf = (text: string): CommandName | undefined => known.get(normal(text)) ?? known.get(text.trim());

/** Is this the name of a command, as buttons send it? */
export const isCommandName = (name: string): name is CommandName => commandNames.some((one) => one === name);
