import { type SmallTalk, smallTalks } from '../../locales/sentences.ts';
import type { Utterance } from './utterance.ts';
import { languagesOf, lexicon } from './lexicon.ts';

const between = /[\s\p{P}\p{S}]*/uy;

const faces = /^(?:[\s\p{Extended_Pictographic}\p{Emoji_Component}\p{P}]|[:;=8xX]-?[)(DPpoO3|/\\]+|\^\^|[)(]+|<3)+$/u;

/** The kind of small talk that a text is all of; of several kinds the weightiest. */
export function smallTalk(typed: string, sentence: Utterance): SmallTalk | undefined {
  if (isFaceOnly(typed)) return 'ok';
  const { folded } = sentence;
  const patterns = languagesOf(sentence).flatMap((locale) => lexicon(locale).smallTalk);
  const said = new Set<SmallTalk>();
  for (let at = skip(folded, 0); at < folded.length;) {
    const longest = patterns
      .map(([talk, pattern]) => ({ talk, length: matchAt(pattern, folded, at).length }))
      .reduce((one, other) => (other.length > one.length ? other : one), { talk: 'ok' as SmallTalk, length: 0 });
    if (longest.length === 0) return undefined;
    said.add(longest.talk);
    at = skip(folded, at + longest.length);
  }
  return smallTalks.find((talk) => said.has(talk));
}

const isFaceOnly = (typed: string): boolean =>
  faces.test(typed) && /\p{Extended_Pictographic}|[:;=8xX]-?[)(DPpoO3]|\^\^|[)(]|<3/u.test(typed);

function matchAt(pattern: RegExp, folded: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(folded)?.[0] ?? '';
}

const skip = (folded: string, at: number): number => at + matchAt(between, folded, at).length;
