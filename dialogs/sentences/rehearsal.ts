import type { Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { understand } from './grammar.ts';
import { lexicon } from './lexicon.ts';
import { utteranceOf } from './utterance.ts';
import { rehearseExamples } from './wishExamples.ts';

// An expression is compiled once for texts in Latin letters, and once more for others.
const latinSample = 'subscripptions of nobody 1';

/** Most patterns that are compiled at once. */
const mostAtOnce = 8;

/**
 * Makes the word lists of a language, compiles their patterns, reads a sentence and what was learned of the examples, step by step:
 * the first message would wait for all of that otherwise.
 */
export function* rehearseSentences(locale: Locale): Generator<void> {
  const sample = words(locale).t('sentence.short');
  const { folded } = utteranceOf(sample);
  yield;
  const { frames, smallTalk, topicForms } = lexicon(locale);
  yield;
  const forms = [...Object.values(frames).flat(), ...topicForms.map(([, form]) => form)];
  for (const [index, pattern] of [...forms.map((form) => form.pattern), ...smallTalk.map(([, one]) => one)].entries()) {
    // The first time it is interpreted, and compiled at the second.
    for (let time = 0; time < 2; time += 1) for (const text of [latinSample, folded]) pattern.exec(text);
    if (index % mostAtOnce === 0) yield;
  }
  yield;
  for (let time = 0; time < 2; time += 1) for (const text of [latinSample, sample]) understand(text);
  yield;
  rehearseExamples(locale);
}
