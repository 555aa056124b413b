import type { Locale } from '../../locales/translator.ts';
import { examplesOf } from '../../locales/examples/exampleFile.ts';
import type { WishKind } from '../../locales/wishes.ts';
import { type Example, learn, type Likeness } from './likeness.ts';
import { type Utterance, utteranceOf } from './utterance.ts';

/** Scripts, each with the languages that are written in it: the two Chinese ones learn from each other. */
const scripts = { latin: ['en'], cyrillic: ['ru'], han: ['zh-TW', 'zh-CN'] } as const satisfies Readonly<
  Record<string, readonly Locale[]>
>;

type Script = keyof typeof scripts;

/** Lines that are read at once, before others have their turn. */
const atOnce = 50;

function* learnScript(script: Script): Generator<void, Likeness<WishKind>> {
  const examples: Example<WishKind>[] = [];
  for (const locale of scripts[script])
    for (const [index, [kind, text]] of examplesOf(locale).entries()) {
      examples.push([kind, utteranceOf(text)]);
      if (index % atOnce === 0) yield;
    }
  return yield* learn(examples);
}

/** The learning of a script's examples, step by step; a text that needs it before the last step does the rest. */
function learning(script: Script) {
  let steps: ReturnType<typeof learnScript> | undefined;
  let likeness: Likeness<WishKind> | undefined;
  const step = (): Likeness<WishKind> | undefined => {
    if (likeness !== undefined) return likeness;
    const { value, done } = (steps ??= learnScript(script)).next();
    if (done !== true) return undefined;
    steps = undefined;
    return (likeness = value);
  };
  const whole = (): Likeness<WishKind> => {
    for (;;) {
      const known = step();
      if (known !== undefined) return known;
    }
  };
  return { step, whole };
}

const ofScripts: Readonly<Record<Script, ReturnType<typeof learning>>> = {
  latin: learning('latin'),
  cyrillic: learning('cyrillic'),
  han: learning('han'),
};

const scriptOf = ({ folded }: Utterance): Script =>
  /\p{Script=Han}/u.test(folded) ? 'han' : /\p{Script=Cyrillic}/u.test(folded) ? 'cyrillic' : 'latin';

const scriptsOfLocales: Readonly<Record<Locale, Script>> = {
  en: 'latin',
  ru: 'cyrillic',
  'zh-TW': 'han',
  'zh-CN': 'han',
};

/** Learns the examples of a language's script, step by step, so that no message has to wait for it. */
export function* rehearseExamples(locale: Locale): Generator<void> {
  while (ofScripts[scriptsOfLocales[locale]].step() === undefined) yield;
}

/** The kinds of wishes that a sentence may be of, the likest first, by the examples of its script. */
export const wishesLike = (sentence: Utterance): readonly (readonly [kind: WishKind, share: number])[] =>
  ofScripts[scriptOf(sentence)].whole().rank(sentence);

/** True for a text of ordinary words, which is nobody's name, by the examples of its script. */
export const isOrdinary = (text: Utterance): boolean => ofScripts[scriptOf(text)].whole().isOrdinary(text);
