import { chineseNumberSource } from '../../locales/chineseNumber.ts';
import { utteranceOf } from './utterance.ts';

/** Blanks between two words of a pattern; punctuation is folded to them. */
const between = ' *';

const slots: Readonly<Record<string, string>> = {
  '{c}': String.raw`(?<c>\S.{0,79}?)`,
  '{p}': String.raw`(?<p>\S.{0,79}?)`,
  '{x}': String.raw`(?<x>\S.{0,59}?)`,
  '{y}': String.raw`\S.{0,79}?`,
  '{pc}': String.raw`(?<pc>\S.{0,119}?)`,
  '{m}': String.raw`\d{1,7}(?!\d)`,
};

const groupSyntax: Readonly<Record<string, string>> = { '(': '(?:', ')': ')', '[': '(?:', ']': ')?', '/': '|' };

const tokens = /\{\w+\}|[()[\]/]|[^\s()[\]/{}]+/gu;

const han = /\p{Script=Han}/u;

const escapeRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?{}()[\]|]/g, String.raw`\$&`);

/** Letters of the scripts with blanks between words, as they are folded. */
const scripts = ['[a-z0-9]', String.raw`[\u0430-\u044F]`];

/** Source of one word: whole where the script has blanks between words, or its beginning with `*`. */
function wordSource(written: string): string {
  const word = utteranceOf(written.replace(/\*$/, '')).folded.trim();
  if (word === '') return '';
  const letters = scripts.find((script) => new RegExp(script).test(word));
  if (han.test(word) || letters === undefined) return escapeRegExp(word) + between;
  const start = word.startsWith("'") ? '' : `(?<!${letters})`;
  const end = `${written.endsWith('*') ? `${letters}*` : ''}(?!${letters})`;
  return start + escapeRegExp(word) + end + between;
}

const wordEnd = String.raw`(?![a-z\u0430-\u044F0-9])`;

/** Words that stand for something in a pattern: numbers, and periods of time. */
export interface CountedWords {
  readonly numbers: readonly string[];
  readonly periods: readonly string[];
}

const noWords: CountedWords = { numbers: [], periods: [] };

const oneOf = (words: readonly string[]): string[] =>
  words.toSorted((a, b) => b.length - a.length).map((word) => escapeRegExp(word) + (han.test(word) ? '' : wordEnd));

/** Numbers as digits, grouped or not, in Chinese characters, and as the words given. */
const numberSource = (words: readonly string[]): string => {
  const forms = [
    String.raw`\d{1,3}(?:[ ']\d{3})+(?!\d)`,
    // Not the second half of “1 000”.
    String.raw`\d{1,7}(?!\d)(?<!\d[ ']\d{3})`,
    chineseNumberSource,
    ...oneOf(words),
  ];
  return `(?<![a-z0-9\\u0430-\\u044F])(?<n>${forms.join('|')})${between}`;
};

const periodSource = (words: readonly string[]): string => `(?<t>${oneOf(words).join('|')})${between}`;

/** The pattern with the longest of several words first: 查一下 is not 查 with a name behind it. */
const longestFirst = (pattern: string): string =>
  pattern.replaceAll(
    /\(([^()[\]{}]+)\)/g,
    (_group, parts: string) =>
      `(${parts
        .split('/')
        .toSorted((a, b) => b.length - a.length)
        .join('/')})`,
  );

/** Source of one pattern of the locales' word lists. */
export const patternSource = (pattern: string, { numbers, periods }: CountedWords = noWords): string =>
  [...longestFirst(pattern).matchAll(tokens)]
    .map(([token]) => {
      if (token === '{n}') return numberSource(numbers);
      if (token === '{t}') return periodSource(periods);
      const slot = slots[token];
      return slot === undefined ? (groupSyntax[token] ?? wordSource(token)) : slot + between;
    })
    .join('');

/** The parts of a list that bars divide. */
export const barred = (list: string): string[] => list.split('|').filter((part) => part !== '');

/** The pairs of a list `name=value|…`, with folded names. */
export const pairs = (list: string): ReadonlyMap<string, string> =>
  new Map(
    barred(list).map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [utteranceOf(name).folded.trim(), value];
    }),
  );

/** Expression that matches whole folded texts of a pattern. */
export const wholeText = (source: string): RegExp => new RegExp(`^${between}(?:${source})$`, 'du');

/** Expression that matches one of the patterns of a list at a place. */
export const atPlace = (list: string): RegExp =>
  new RegExp(
    `(?:${barred(list)
      .toSorted((a, b) => b.length - a.length)
      .map((one) => patternSource(one))
      .join('|')})`,
    'uy',
  );

/** The literal words of patterns, without those of Chinese. */
export const literalWords = (list: string): string[] =>
  [...list.replaceAll('|', '/').matchAll(tokens)]
    .map(([token]) => utteranceOf(token.replace(/\*$/, '')).folded.trim())
    .filter((word) => /^\p{L}{4,}$/u.test(word) && !han.test(word));

/**
 * Texts that a text of this pattern must hold: one of each group. Looking for them first is far cheaper than matching.
 */
export function neededTexts(pattern: string): string[][] {
  const needed: string[][] = [];
  let depth = 0;
  let optional = 0;
  let group: string[] = [];
  let isFirst = true;
  for (const [token] of pattern.matchAll(tokens)) {
    if (token === '(' || token === '[') {
      depth += 1;
      if (token === '[') optional += 1;
      isFirst = true;
    } else if (token === ')' || token === ']') {
      depth -= 1;
      if (token === ']') optional -= 1;
      if (depth === 0 && token === ')') needed.push(group);
      if (depth === 0) group = [];
    } else if (token === '/') isFirst = true;
    else if (optional === 0) {
      const literal = token.startsWith('{') ? '' : utteranceOf(token.replace(/\*$/, '')).folded.trim();
      if (depth === 0) needed.push([literal]);
      else if (isFirst) group.push(literal);
      isFirst = false;
    }
  }
  return needed.filter((texts) => texts.length > 0 && texts.every((text) => text !== ''));
}
