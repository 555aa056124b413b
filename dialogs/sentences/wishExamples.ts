import type { Locale } from '../../locales/translator.ts';
import { examplesOf, learnedBytes } from '../../locales/examples/exampleFile.ts';
import type { WishKind } from '../../locales/wishes.ts';
import { type Example, type Learned, learn, type Likeness, likenessOf } from './likeness.ts';
import { memoize } from '../../lib/memoize.ts';
import { type Utterance, utteranceOf } from './utterance.ts';

/** Scripts, each with the languages that are written in it: the two Chinese ones learn from each other. */
const languagesOfScripts = { latin: ['en'], cyrillic: ['ru'], han: ['zh-TW', 'zh-CN'] } as const satisfies Readonly<
  Record<string, readonly Locale[]>
>;

type Script = keyof typeof languagesOfScripts;

/** The scripts of which examples are learned. */
export const scripts = Object.keys(languagesOfScripts) as Script[];

function learnScript(script: Script): Learned<WishKind> {
  const examples = languagesOfScripts[script].flatMap((locale) =>
    examplesOf(locale).map(([kind, text]): Example<WishKind> => [kind, utteranceOf(text)]),
  );
  return learn(examples);
}

interface Header {
  readonly kinds: readonly WishKind[];
  readonly examples: number;
  readonly lengths: readonly number[];
}

/** Bytes of a file's first line, which says what follows. */
const headerBytes = 8192;

/** The bytes of a file with all that is learned of a script's examples; the build writes it. */
export function learnedFile(script: Script): Uint8Array {
  const learned = learnScript(script);
  const parts = [learned.bases, learned.starts, learned.values, learned.standIn, learned.signKinds];
  const { kinds, examples } = learned;
  const header: Header = { kinds, examples, lengths: parts.map(({ length }) => length) };
  const line = Buffer.from(JSON.stringify(header).padEnd(headerBytes));
  return Buffer.concat([line, ...parts.map(({ buffer }) => new Uint8Array(buffer))]);
}

function readLearned(bytes: Buffer): Learned<WishKind> {
  const { kinds, examples, lengths } = JSON.parse(bytes.toString('utf8', 0, headerBytes)) as Header;
  const [ofBases = 0, ofStarts = 0, ofValues = 0, ofStandIn = 0, ofKinds = 0] = lengths;
  const { buffer, byteOffset } = bytes;
  // Those of larger numbers stand first, so that each begins where its numbers may.
  const bases = new Float64Array(buffer, byteOffset + headerBytes, ofBases);
  const starts = new Int32Array(buffer, bases.byteOffset + bases.byteLength, ofStarts);
  const values = new Float32Array(buffer, starts.byteOffset + starts.byteLength, ofValues);
  const standIn = new Uint16Array(buffer, values.byteOffset + values.byteLength, ofStandIn);
  const signKinds = new Uint8Array(buffer, standIn.byteOffset + standIn.byteLength, ofKinds);
  return { kinds, examples, bases, starts, values, standIn, signKinds };
}

/** The likeness to a script's examples: by the file of the build, and learned from them where the program runs from its sources. */
const ofScript = memoize((script: Script): Likeness<WishKind> => {
  const bytes = learnedBytes(script);
  return likenessOf(bytes === undefined ? learnScript(script) : readLearned(bytes));
});

const scriptOf = ({ folded }: Utterance): Script =>
  /\p{Script=Han}/u.test(folded) ? 'han' : /\p{Script=Cyrillic}/u.test(folded) ? 'cyrillic' : 'latin';

const scriptsOfLocales: Readonly<Record<Locale, Script>> = {
  en: 'latin',
  ru: 'cyrillic',
  'zh-TW': 'han',
  'zh-CN': 'han',
};

/** Reads what was learned of a language's script, so that no message has to wait for it. */
export const rehearseExamples = (locale: Locale): void => void ofScript(scriptsOfLocales[locale]);

/** The kinds of wishes that a sentence may be of, the likest first, by the examples of its script. */
export const wishesLike = (sentence: Utterance): readonly (readonly [kind: WishKind, share: number])[] =>
  ofScript(scriptOf(sentence)).rank(sentence);

/** True for a text of ordinary words, which is nobody's name, by the examples of its script. */
export const isOrdinary = (text: Utterance): boolean => ofScript(scriptOf(text)).isOrdinary(text);
