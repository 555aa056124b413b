import type { Words } from '../locales/words.ts';
import { card, factLines, strong, type Card, type Fact } from './elements.ts';

/** A section that was accepted: a short read-only list in place of its inputs. */
export const sectionSummaryCard = (title: string, facts: readonly Fact[], words: Words): Card =>
  card(words.t('summary.done', { title }), [strong(`✓ ${title}`), ...factLines(facts)]);
