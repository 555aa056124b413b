import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { showCurrentCard } from './add/currentCard.ts';
import { commands } from './commandActions.ts';
import { shownDraft } from './drafts.ts';
import { replaceCardWithText } from './pressedCard.ts';
import type { Turn } from './turn.ts';

/**
 * Switches the user's language, and shows the form on the screen in it; shows the choice when the argument is no language.
 * A draft that another card was shown since is not brought up again, with a question that may be long answered.
 */
export async function setLanguage(turn: Turn, argument: string): Promise<void> {
  const locale = locales.find((one) => one === argument);
  if (locale === undefined) return commands.language(turn);
  turn.person.language = locale;
  turn.words = words(locale, turn.toldClock);
  replaceCardWithText(turn, turn.words.t('language.changed'));
  if (shownDraft(turn) !== undefined) await showCurrentCard(turn);
  else await commands.hello(turn);
}
