import { locales } from '../locales/translator.ts';
import { words } from '../locales/words.ts';
import { showCurrentCard } from './add/currentCard.ts';
import { commands } from './commandActions.ts';
import { openDraft, shownDraft } from './drafts.ts';
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
  if (shownDraft(turn) !== undefined || isChosenAtForm(turn)) await showCurrentCard(turn);
  else await commands.hello(turn);
}

/** True where the choice of the language, pressed or shown last, was asked for at the open draft's card. */
function isChosenAtForm(turn: Turn): boolean {
  const { press, person } = turn;
  const shown = person.card?.buttons.find(({ data }) => data['verb'] === 'setLanguage')?.data;
  const form = (press?.values ?? shown)?.['form'];
  return form !== undefined && form === openDraft(turn)?.id;
}
