import { inputValues } from '../../forms/draftFlow.ts';
import { sections } from '../../forms/sections.ts';
import { openSections } from '../../forms/steps.ts';
import { isSameName } from '../../lib/foldCase.ts';
import { lazy } from '../../lib/lazy.ts';
import { correctionBook } from '../../locales/correctionBook.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import { isOfForm, languagesOf, type SentenceForm } from '../sentences/lexicon.ts';
import { trimmedValue } from './fieldValue.ts';
import { barred, neededTexts, patternSource, wholeText } from '../sentences/pattern.ts';
import { clausesOf, maxSentence, utteranceOf } from '../sentences/utterance.ts';
import type { Turn } from '../turn.ts';
import { inputNamed } from './inputLabels.ts';
import { fillSection } from './typedParts.ts';
import type { DraftCard } from './latestCard.ts';

/** Words that a text puts in the place of others: “suite 400, not 40”. */
interface Contrast {
  readonly wished: string;
  readonly former: string;
}

const forms = new Map(
  locales.map((locale) => [
    locale,
    lazy(() =>
      barred(correctionBook[locale].contrast).map((one): Pick<SentenceForm, 'pattern' | 'needs'> => ({
        pattern: wholeText(patternSource(one)),
        needs: neededTexts(one),
      })),
    ),
  ]),
);

/** The contrasts that a text may say: of the whole, and of its last part between marks. */
function contrastsIn(typed: string): readonly Contrast[] {
  const texts = [typed.trim(), ...clausesOf(typed).slice(-1)];
  return texts.flatMap((one) => {
    const sentence = utteranceOf(one);
    return languagesOf(sentence).flatMap((locale: Locale) =>
      (forms.get(locale)?.() ?? []).flatMap((form) => {
        if (!isOfForm(sentence.folded, form)) return [];
        const groups = form.pattern.exec(sentence.folded)?.indices?.groups ?? {};
        const [wished, former] = ['c', 'x'].map((name) =>
          trimmedValue(sentence.text.slice(...(groups[name] ?? [0, 0]))),
        );
        // “The city is Tacoma” speaks of an input.
        return wished === undefined ||
          former === undefined ||
          wished === '' ||
          former === '' ||
          inputNamed(former) !== undefined
          ? []
          : [{ wished, former }];
      }),
    );
  });
}

const han = /\p{Script=Han}/u;

/** The only place of a text in a value, as a whole word where words have blanks between them; undefined for none, or several. */
function placeIn(value: string, former: string): readonly [at: number, length: number] | undefined {
  const [own, looked] = [value, former].map((text) => utteranceOf(text).folded);
  if (own === undefined || looked === undefined || own.length !== value.length || looked === '') return undefined;
  const places = [...own.matchAll(new RegExp(spaced(looked), 'gu'))].flatMap(({ 0: found, index }) => {
    const [before = ' ', after = ' '] = [own[index - 1], own[index + found.length]];
    const isWhole = han.test(looked) || !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after));
    return isWhole ? [[index, found.length] as const] : [];
  });
  const [only, ...others] = places;
  return others.length === 0 ? only : undefined;
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?{}()[\]|]/g, String.raw`\$&`);

/** The expression for a text whose numbers may stand apart from the Chinese beside them: 3樓, 3 樓. */
const spaced = (text: string): string =>
  escaped(text).replaceAll(/(?<=\d) ?(?=\p{Script=Han})|(?<=\p{Script=Han}) ?(?=\d)/gu, ' ?');

/** As much of the wished words as the former ones are, where words before them are the sentence's: “its suite 400”. */
function alike(wished: string, former: string): string {
  const words = wished.split(' ');
  const last = words.slice(-former.split(' ').length).join(' ');
  return han.test(wished) || words.length === 1 ? wished : last;
}

/**
 * The value with other words in the place of some of it, with a capital where those had one; as it is where they stand
 * there already. Undefined for a value that holds none of the two.
 */
function replaced(value: string, { wished, former }: Contrast): string | undefined {
  const word = alike(wished, former);
  const place = placeIn(value, former);
  if (place === undefined) return placeIn(value, word) === undefined ? undefined : value;
  const [at, length] = place;
  const isCapital = /^\p{Lu}/u.test(value.slice(at)) && /^\p{Ll}/u.test(word);
  const own = isCapital ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
  const behind = value.slice(at + length);
  // “Not 台北 but 新北市” in 台北市 has its 市 already.
  const isThere = han.test(own) && behind !== '' && own.endsWith(behind.slice(0, 1));
  return value.slice(0, at) + own + (isThere ? behind.slice(1) : behind);
}

/**
 * Puts what a text says into the place of what an input holds, “kestreldental, not kesteldental”: into the one input of the
 * open card that holds it, or of an earlier one, which is opened. Nothing is accepted. False where none holds it, or several.
 */
export async function correctContrast(turn: Turn, of: DraftCard): Promise<boolean> {
  const text = turn.text.trim();
  if (text.length > maxSentence || /[\r\n]/.test(text) || of.draft.asking !== undefined) return false;
  for (const contrast of contrastsIn(text)) {
    const open = openSections(of.draft, of.context);
    for (const asked of [open, sections(of.context).filter((one) => !open.includes(one))]) {
      const found = asked.flatMap((section) =>
        Object.entries(inputValues(of.draft, section, of.context)).flatMap(([name, value]) => {
          const made = replaced(value, contrast);
          return made === undefined
            ? []
            : [{ section, name, value: made, isWhole: isSameName(value, contrast.former) }];
        }),
      );
      const whole = found.filter(({ isWhole }) => isWhole);
      const [only, ...others] = whole.length === 1 ? whole : found;
      if (only === undefined) continue;
      if (others.length > 0) return false;
      return fillSection(turn, of, only.section, [[only.name, only.value]]);
    }
  }
  return false;
}
