import { setImmediate as others } from 'node:timers/promises';
import { understand } from '../dialogs/sentences/grammar.ts';
import { likelyWishes } from '../dialogs/sentences/likelyWish.ts';
import { rehearseSentences } from '../dialogs/sentences/rehearsal.ts';
import { type Locale, locales } from '../locales/translator.ts';
import { sentencesOf } from '../test/dialogs/sentences/tables.ts';
import { quantile } from './numbers.ts';

/** CPU milliseconds that typed sentences of a language take to be understood. */
export interface SentenceCosts {
  readonly locale: Locale;
  readonly sentences: number;
  /** To make the language ready, as a bot does after its start, and the longest time a turn would wait for that. */
  readonly prepared: number;
  readonly longestStep: number;
  /** The first sentence after that. */
  readonly first: number;
  readonly mean: number;
  readonly p99: number;
  /** To find the wishes it is like, where no pattern fits. */
  readonly likeness: number;
}

const passes = 20;

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function cpuOf(run: () => unknown): number {
  const before = cpuNow();
  run();
  return cpuNow() - before;
}

async function preparationSteps(locale: Locale): Promise<number[]> {
  const steps = rehearseSentences(locale);
  const costs: number[] = [];
  for (let done = false; !done;) {
    costs.push(cpuOf(() => (done = steps.next().done === true)));
    await others();
  }
  return costs;
}

async function measureLanguage(locale: Locale): Promise<SentenceCosts> {
  const texts = sentencesOf[locale].map(([text]) => text);
  const steps = await preparationSteps(locale);
  const first = cpuOf(() => understand(texts[0] ?? ''));
  const all: number[] = [];
  const total = cpuOf(() => {
    // The least of several runs is the sentence's own cost: the rest is the machine's.
    const least = texts.map(() => Number.POSITIVE_INFINITY);
    for (let pass = 0; pass < passes; pass += 1)
      for (const [index, text] of texts.entries()) {
        const start = performance.now();
        understand(text);
        least[index] = Math.min(least[index] ?? 0, performance.now() - start);
      }
    all.push(...least);
  });
  likelyWishes(texts[0] ?? '', []);
  const liked = cpuOf(() => {
    for (const text of texts) likelyWishes(text, []);
  });
  return {
    locale,
    sentences: texts.length,
    prepared: steps.reduce((sum, one) => sum + one, 0),
    longestStep: Math.max(...steps),
    first,
    mean: total / passes / texts.length,
    p99: quantile(all, 0.99),
    likeness: liked / texts.length,
  };
}

/** Measures what it takes to understand the sentences of the tests, language by language. */
export async function measureSentences(): Promise<SentenceCosts[]> {
  const found: SentenceCosts[] = [];
  for (const locale of locales) found.push(await measureLanguage(locale));
  return found;
}
