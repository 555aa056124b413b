import { locales, type Locale } from '../../locales/translator.ts';
import type { Manner } from '../client.ts';

/**
 * Clients and languages in which a whole conversation is walked: each language in Teams, and the Emulator once. What a
 * client does otherwise is no sentence, and every card is read in every language from the gallery (test/cards).
 */
export const ways: readonly (readonly [Manner, Locale])[] = [
  ...locales.map((locale) => ['teams', locale] as const),
  ['emulator', 'en'],
];
