import { registeredName } from '../../partner-center/rules/letterheads.ts';
import { utteranceOf } from './utterance.ts';
import type { Lexicon } from './lexicon.ts';

const aroundMarks =
  /^[\s"“”„«»「」『』'‘’:：,，.。;；!！?？、()\-–—*#]+|[\s"“”„«»「」『』'‘’:：,，。;；!！?？、\-–—*#]+$/gu;

const han = /\p{Script=Han}/u;

/** A name as it stands in a sentence, without the words and marks around it; empty when there was nothing else. */
export function cleanName(slot: string, { aroundNames }: Pick<Lexicon, 'aroundNames'>): string {
  let name = slot.replace(aroundMarks, '').replace(/['’‘]s$/iu, '');
  for (let before = ''; before !== name;) {
    before = name;
    const { folded, text } = utteranceOf(name);
    name = text;
    for (const word of aroundNames) {
      const isHan = han.test(word);
      if (folded === word) return '';
      if (folded.startsWith(isHan ? word : `${word} `)) name = text.slice(word.length);
      else if (isHan && folded.endsWith(word)) name = text.slice(0, -word.length);
      else continue;
      break;
    }
    name = name.replace(aroundMarks, '');
  }
  // “Inc.” keeps its full stop, a sentence loses it.
  return name.replace(/(?<!\b(?:inc|ltd|co|corp|llc|s\.a|b\.v))\.+$/iu, '');
}

const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const webName = /^(?:https?:\/\/)?(?:[^\s@/]+@)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]\S*)?$/iu;

/** True for a Microsoft ID, a domain, a web address or a mail address. */
export const isIdOrDomain = (text: string): boolean => guid.test(text) || webName.test(text.replace(/^<|>$/g, ''));

/** The words to search customers by: of a domain or an address the name it is registered under, of others the text. */
export function searchedWords(name: string): string {
  const id = guid.exec(name)?.[1];
  if (id !== undefined) return id.toLowerCase();
  const host = webName.exec(name.replace(/^<|>$/g, ''))?.[1]?.toLowerCase();
  if (host === undefined) return name;
  const own = /^([^.]+)\.(?:mail\.)?(?:partner\.)?onmschina\.cn$|^([^.]+)\.(?:mail\.)?onmicrosoft\.(?:com|us|de)$/.exec(
    host,
  );
  return own?.[1] ?? own?.[2] ?? registeredName(host) ?? host.replace(/^www\./, '').split('.')[0] ?? host;
}
