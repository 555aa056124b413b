import type { Words } from '../locales/words.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  type Element,
  factLines,
  group,
  heading,
  paragraph,
  row,
  strong,
} from './elements.ts';
import { continueQuestion, type DraftLine } from './draftCards.ts';
import { helpCommands } from '../locales/commandNames.ts';
import { languageNames } from '../locales/languageNames.ts';
import { locales } from '../locales/translator.ts';

/** Data of the home card. */
interface HomeView {
  readonly words: Words;
  readonly partner: string;
  readonly cloud: string;
  /** True where the card also explains the bot's purpose. */
  readonly welcome: boolean;
  /** Catalogue key of the reason why customers cannot be added here; absent where they can. */
  readonly refusal?: 'refusal.reseller' | 'refusal.resellerOnly' | 'refusal.germany';
  readonly invitation: boolean;
  readonly practice: boolean;
  readonly drafts: readonly DraftLine[];
  /** Number of submissions and changes that wait for a user, for their time or for the customer. */
  readonly unfinished: number;
}

/** The home card: what the bot is, what was left open, and where to begin. */
export function homeCard(view: HomeView): Card {
  const { words } = view;
  const { t } = words;
  return card(
    t(view.refusal === undefined ? 'home.summary' : 'home.summaryView'),
    [
      heading(t('home.title')),
      paragraph(t('home.partner', { partner: view.partner, cloud: view.cloud }), { subtle: true }),
      ...introLines(view),
      ...(view.practice ? [paragraph(t('home.practice'), { subtle: true })] : []),
      ...unfinishedGroup(view),
      ...view.drafts.slice(0, 3).map((draft) => draftGroup(draft, words)),
      ...(view.drafts.length > 3 ? [buttons(button(t('button.drafts'), command('drafts')))] : []),
    ],
    [
      ...(view.refusal === undefined ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
      ...(view.refusal !== undefined && view.invitation ? [button(t('button.invite'), command('invite'), true)] : []),
      button(t('button.customers'), command('customers')),
      button(t('button.renewals'), command('renewals')),
      button(t('button.language'), command('language')),
      button(t('button.help'), command('help')),
    ],
  );
}

function introLines({ words: { t }, refusal, welcome }: HomeView): Element[] {
  if (refusal !== undefined) return [paragraph(t(refusal))];
  return welcome ? [paragraph(t('home.intro'))] : [];
}

/** Group with the number of unfinished changes. Its button stands below: beside the line, a phone has no room. */
const unfinishedGroup = ({ words: { t }, unfinished: n }: HomeView): Element[] =>
  n === 0
    ? []
    : [group([strong(t('home.unfinished', { n })), buttons(button(t('button.unfinished'), { verb: 'unfinished' }))])];

const draftGroup = (draft: DraftLine, words: Words): Element =>
  group([
    row(
      [strong(continueQuestion(draft, words))],
      [buttons(button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }))],
    ),
  ]);

/** Card of the commands that can be typed at any moment. */
export function helpCard(words: Words): Card {
  const { t } = words;
  return card(
    t('help.title'),
    [
      heading(t('help.title')),
      paragraph(t('help.intro')),
      ...factLines(
        helpCommands.map((name) => ({
          label: t('form.fact', { label: t(`command.${name}`).split('|')[0] ?? name }),
          value: t(`help.${name}`),
        })),
      ),
    ],
    [
      button(t('button.addCustomer'), command('addCustomer'), true),
      button(t('button.customers'), command('customers')),
      button(t('button.renewals'), command('renewals')),
      button(t('button.invite'), command('invite')),
      button(t('button.language'), command('language')),
    ],
  );
}

/** Card to choose the language; each is named in itself, so that every user finds theirs. */
export const languageCard = (words: Words): Card =>
  card(
    words.t('language.title'),
    [heading(words.t('language.title')), paragraph(words.t('language.intro'))],
    locales.map((locale) => button(languageNames[locale], { verb: 'setLanguage', argument: locale })),
  );

/** Card for a text that is no command, with other choices. `draft` is the id of the draft whose card is open. */
export function notUnderstoodCard(
  words: Words,
  { draft, canAdd }: { readonly draft: string | undefined; readonly canAdd: boolean },
): Card {
  const { t } = words;
  const hint = t(draft === undefined ? 'form.notOpen' : 'form.open');
  const first =
    draft === undefined
      ? canAdd
        ? [button(t('button.addCustomer'), command('addCustomer'), true)]
        : []
      : [button(t('button.goOn'), { verb: 'continueDraft', argument: draft }, true)];
  return card(
    words.sentences([t('form.notUnderstood'), hint]),
    [heading(t('form.notUnderstood')), paragraph(hint)],
    [...first, button(t('button.customers'), command('customers')), button(t('button.help'), command('help'))],
  );
}

/** Card for Back, Cancel or Start over while no form is open, with other choices. */
export function nothingOpenCard(words: Words, canAdd: boolean): Card {
  const { t } = words;
  return card(
    t('form.nothingOpen'),
    [heading(t('form.nothingOpen'))],
    [
      ...(canAdd ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
      button(t('button.customers'), command('customers')),
      button(t('button.drafts'), command('drafts')),
      button(t('button.help'), command('help')),
    ],
  );
}

/** Card that says why something is not offered to this partner, and what is. */
export const refusalCard = (words: Words, reason: string, invitation: boolean): Card =>
  card(
    reason,
    [heading(words.t('refusal.title')), paragraph(reason)],
    [
      ...(invitation ? [button(words.t('button.invite'), command('invite'), true)] : []),
      button(words.t('button.customers'), command('customers'), !invitation),
      button(words.t('button.help'), command('help')),
    ],
  );
