import type { Words } from '../locales/words.ts';
import { card, factLines, paragraph, strong, type Card, type Fact } from './elements.ts';

/** A section that was accepted: a short read-only list in place of its inputs. */
export const sectionSummaryCard = (title: string, facts: readonly Fact[], words: Words): Card =>
  card(words.t('summary.done', { title }), [strong(`✓ ${title}`), ...factLines(facts)]);

/** The summary of a section that is asked again: its former answers are gone from it. */
export const reopenedCard = (words: Words, title: string): Card => {
  const text = words.t('summary.reopened', { title });
  return card(text, [paragraph(text, { subtle: true })]);
};
