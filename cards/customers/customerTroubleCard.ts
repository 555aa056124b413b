import type { Words } from '../../locales/words.ts';
import { button, command, type PressData } from '../buttons.ts';
import { card, heading, paragraph, type Card } from '../elements.ts';
import { troubleLines, type Trouble } from '../trouble.ts';

/** What a button asked for cannot be shown: Partner Center does not say. Trying again presses it again. */
export const customerTroubleCard = (words: Words, trouble: Trouble, again: PressData): Card =>
  card(
    words.t('trouble.title'),
    [heading(words.t('trouble.title')), ...troubleLines(trouble, words), paragraph(words.t('changed.nothing'))],
    [
      button(words.t('button.tryAgain'), again, true),
      button(words.t('button.customers'), command('customers')),
      button(words.t('button.help'), command('help')),
    ],
  );
