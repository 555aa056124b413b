import { compared } from '../storage/folded.ts';

const special = /[()[\]/|]/;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?{}]/g, String.raw`\$&`);

const marks: Readonly<Record<string, string>> = { '(': '(?:', ')': ')', '[': '(?:', ']': ')?', '/': '|', '|': '|' };

/** The source of a regular expression over compared text, of phrases as the catalogues write them: a|b, (a/b), [a/b]. */
export function patternSource(phrases: string): string {
  const parts = phrases.split(/([()[\]/|])/).filter((part) => part !== '');
  return `(?:${parts.map((part) => (special.test(part) ? marks[part] : escaped(compared(part)))).join('')})`;
}

/** A text as phrases are compared with it: without mentions, mark-up, entities and everything that is no letter or digit. */
export const typedText = (text: string): string =>
  compared(
    text
      .slice(0, 400)
      .replaceAll(/<at\b[^>]*>[^<]*<\/at>|<[^>]*>/gi, ' ')
      .replaceAll(/&(?:nbsp|#160|#xa0);/gi, ' ')
      .replaceAll('&amp;', '&'),
  );
