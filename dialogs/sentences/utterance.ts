import { foldCase } from '../../lib/foldCase.ts';
import { memoizeLast } from '../../lib/memoize.ts';

/** Most characters of a sentence that is looked into; longer texts are no requests to a bot. */
export const maxSentence = 200;

const known = new Map<string, string>();

/** One character without case, accent and Chinese script; never longer or shorter than it was. */
function foldedCharacter(character: string): string {
  const plain = known.get(character);
  if (plain !== undefined) return plain;
  const folded = foldCase(character).toLowerCase();
  const made = folded.length === character.length ? folded : (apostrophes[character] ?? character.toLowerCase());
  const kept = made.length === character.length ? made : character;
  // All letters of four languages are a few thousand.
  if (known.size < 20_000) known.set(character, kept);
  return kept;
}

const apostrophes: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '`': "'", '´': "'" };

/** Blanks and punctuation between words. */
const separators = /[\s,.:;!?…·、。"“”„«»「」『』()（）[\]\-–—]/gu;

/**
 * A typed text on one line, and the same folded character by character with blanks for punctuation, so that places in
 * both are the same.
 */
export interface Utterance {
  readonly text: string;
  readonly folded: string;
}

/** The text without mentions, mark-up, emoji and needless blanks, beside its folded form. */
export const utteranceOf = memoizeLast(200, (typed: string): Utterance => {
  const text = typed
    .slice(0, maxSentence * 4)
    .replaceAll(/<at\b[^>]*>[^<]*<\/at>|<\/?[a-z][a-z\d]*(?:\s[^>]*)?\/?>/gi, ' ')
    .replaceAll(/&(?:nbsp|#160|#xa0);/gi, ' ')
    .replaceAll('&amp;', '&')
    // Full-width brackets are a part of most names of Chinese companies.
    .replaceAll(/[^（）]+/gu, (part) => part.normalize('NFKC'))
    .replaceAll(/[\p{Extended_Pictographic}\p{Cf}\p{Variation_Selector}]+/gu, ' ')
    // “Exchange Online 方案 1” is a plan's name, and 1 no number of licenses.
    .replaceAll(/(?<=[a-z]) ?(?:方案|计划|計劃|計畫) ?(?=[1-5](?!\d))/giu, ' plan ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/([^\p{L}\p{N}])\1{2,}/gu, '$1$1')
    .trim();
  return { text, folded: text.replaceAll(separators, ' ').replaceAll(/[^ -@[-`{-~]/gu, foldedCharacter) };
});

/** The parts of a text between its commas and the like, where there are several. */
export function clausesOf(text: string): readonly string[] {
  const parts = text
    .split(/[,，;；。!！?？、]+|\.\s|\s[-–—]\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 1 ? parts : [];
}

/** The words of a folded text, without what stands between them. */
export const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');

// At most three words: each is compared with all commands.
const apart =
  /^\s*([^\s,.!?~;，。！？；～…]{1,15}(?: [^\s,.!?~;，。！？；～…]{1,15}){0,2})[,.!~;，。！；～…]+\s*(\S.*)$/su;

/** The first words of a text and the rest, where they stand apart as a greeting does: “早安～幫我新增一個客戶”. */
export function firstWords(typed: string): readonly [first: string, rest: string] {
  const [, first = '', rest = ''] = apart.exec(typed) ?? [];
  return [first, rest];
}
