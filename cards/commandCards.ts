import type { Words } from '../locales/words.ts';
import {
  below,
  bold,
  button,
  card,
  type Card,
  command,
  heading,
  line,
  paragraph,
  shortened,
  subtle,
} from './elements.ts';
import { titleLines } from './titleLines.ts';
import { helpCommands } from '../locales/commandNames.ts';
import { languageNames } from '../locales/languageNames.ts';
import { locales } from '../locales/translator.ts';
import type { NextSteps } from './sentenceCards.ts';

/** Card of the commands that can be typed at any moment. */
export function helpCard(words: Words): Card {
  const { t } = words;
  return card(
    t('help.title'),
    [
      heading(t('help.title')),
      paragraph(t('help.intro')),
      paragraph(t('sentence.examples')),
      ...helpCommands.map((name, index) => {
        const label = t('form.fact', { label: t(`command.${name}`).split('|')[0] ?? name });
        const typed = line(bold(label), ...(label.endsWith('：') ? [] : [' ']), subtle(t(`help.${name}`)));
        return index === 0 ? typed : below(typed);
      }),
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

/** Card for a text that is no command, with other choices. */
export function notUnderstoodCard(words: Words, { draft, isOnScreen, canAdd }: NextSteps): Card {
  const { t } = words;
  const hint = t(isOnScreen ? 'form.open' : 'form.notOpen');
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
export const refusalCard = (words: Words, reason: string, invitation: boolean, customer?: string): Card =>
  card(
    reason,
    customer === undefined
      ? [heading(words.t('refusal.title')), paragraph(reason)]
      : [...titleLines(words.t('refusal.title'), shortened(customer)), paragraph(reason)],
    [
      ...(invitation ? [button(words.t('button.invite'), command('invite'), true)] : []),
      button(words.t('button.customers'), command('customers'), !invitation),
      button(words.t('button.help'), command('help')),
    ],
  );
