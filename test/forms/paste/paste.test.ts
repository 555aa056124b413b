import assert from 'node:assert/strict';
import { readPaste, type Pasted } from '../../../forms/paste/paste.ts';
import { market } from '../../../partner-center/rules/countries.ts';
import { americanSamples } from './americas.ts';
import { asianSamples } from './asia.ts';
import { cardSamples } from './cards.ts';
import { cyrillicSamples } from './cyrillic.ts';
import { europeanSamples } from './europe.ts';
import type { Sample } from './sample.ts';

const samples = [...europeanSamples, ...americanSamples, ...cyrillicSamples, ...asianSamples, ...cardSamples];

const read = (text: string, home: string): Pasted | undefined =>
  readPaste(text, {
    partner: { name: 'Fabrikam Distribution', country: home, domains: ['fabrikam.example'] },
    market: market(home),
  });

const valuesOf = (pasted: Pasted | undefined): Record<string, string> => ({
  ...(pasted?.country === undefined ? {} : { country: pasted.country }),
  ...pasted?.company,
  ...pasted?.contact,
});

interface Judged {
  readonly right: number;
  readonly wanted: number;
  readonly wrong: readonly string[];
}

function judge({ name, home, text, values }: Sample): Judged {
  const found = valuesOf(read(text, home));
  const names = [...new Set([...Object.keys(values), ...Object.keys(found)])];
  return {
    right: Object.keys(values).filter((field) => found[field] === values[field]).length,
    wanted: Object.keys(values).length,
    wrong: names.flatMap((field) =>
      found[field] === values[field] ? [] : [`${name}: ${field}: ${values[field] ?? '—'} ← ${found[field] ?? '—'}`],
    ),
  };
}

describe('what is read out of a pasted text', () => {
  for (const one of samples) {
    it(`is right of ${one.name}`, () => assert.deepEqual(judge(one).wrong, []));
  }
});
