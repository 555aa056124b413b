import { plainTextCard } from '../cards/plainTextCard.ts';
import { fits } from '../cards/size.ts';
import type { Turn } from './turn.ts';

/** Shows a text to be copied; one that is too long for a card is said. */
export function showPlainText({ replies }: Turn, title: string, text: string): void {
  const shown = plainTextCard(title, text);
  if (fits(shown)) replies.show(shown);
  else replies.say(text);
}
