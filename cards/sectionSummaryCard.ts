import type { Words } from '../locales/words.ts';
import { card, factLines, paragraph, strong, type Card, type Fact } from './elements.ts';

/** A section that was accepted: a short read-only list in place of its inputs. */
export const sectionSummaryCard = (title: string, facts: readonly Fact[], words: Words): Card =>
  card(words.t('summary.done', { title }), [strong(`✓ ${title}`), ...factLines(facts)]);

/** What an old card turns into, when the client can replace it. */
export const outdatedCard = (words: Words): Card =>
  card(words.t('outdated'), [paragraph(words.t('outdated'), { subtle: true })]);
