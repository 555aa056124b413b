import type { Locale } from '../model/languages.ts';
import type { CommandName } from './commandNames.ts';

/**
 * Sentences that people type, of one language. Each value holds patterns with | between them: (a/b) is one of several,
 * [a/b] may be left out. Case, width, punctuation, emoji, ё or е, and traditional or simplified characters do not matter,
 * and neither do blanks.
 */
export interface Phrases {
  /** What may stand before any other phrase, as often as one likes: “please”, “I want to”. */
  readonly before: string;
  /** What may stand behind any other phrase. */
  readonly after: string;
  readonly commands: Readonly<Record<CommandName, string>>;
  /** What stands before a language's name when one asks for it: “switch to”. */
  readonly speak: string;
  /** Each language's name, as people of this language call it. */
  readonly languages: Readonly<Record<Locale, string>>;
}
