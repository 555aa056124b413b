import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { locales } from '../../locales/translator.ts';
import { languagesOf } from '../sentences/lexicon.ts';
import { atPlace } from '../sentences/pattern.ts';
import { utteranceOf } from '../sentences/utterance.ts';

/** Most characters of such a text. */
const most = 40;

const textsOf = new Map(
  locales.map((locale) => [
    locale,
    lazy(() => {
      const { ahead, beside } = correctionBook[locale];
      return {
        whole: new RegExp(`^ *(?:${atPlace(`${ahead}|${beside}`).source} *){1,6}$`, 'u'),
        ahead: new RegExp(atPlace(ahead).source, 'u'),
      };
    }),
  ]),
);

/** True for a text that says nothing but that the open form shall go on, or be sent: “all right, next one”. */
export function goesAhead(typed: string): boolean {
  const sentence = utteranceOf(typed);
  if (sentence.text.length > most || /[?？]\s*$/u.test(sentence.text)) return false;
  return languagesOf(sentence).some((locale) => {
    const texts = textsOf.get(locale)?.();
    return texts?.whole.test(sentence.folded) === true && texts.ahead.test(sentence.folded);
  });
}
