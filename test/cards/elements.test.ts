import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AC } from './adaptivecards.ts';
import {
  button,
  card,
  type Card,
  copyable,
  factLines,
  faultLine,
  fitsSizeLimit,
  fitToSizeLimit,
  paragraph,
  shortened,
  strong,
} from '../../cards/elements.ts';
import { anyText } from '../anyText.ts';
import { problems } from './judge.ts';
import { runs } from './parts.ts';

const everything = (text: string): Card =>
  card('a', [
    paragraph(text),
    paragraph(text, { subtle: true }),
    strong(text),
    faultLine(text),
    ...factLines([
      { label: text, value: text },
      { label: '', value: text },
    ]),
  ]);

/** The macro as the renderer itself finds it. */
const macro = /\{{2}(?:DATE|TIME)\(/;

describe('a text on a card', () => {
  it('is the same text to its reader, whatever was typed', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        const shown = runs(everything(text)).join('\n').replaceAll('\u2060', '');
        return text === '' || shown.includes(text.replaceAll('\u2060', ''));
      }),
    );
  });

  for (const typed of ['{{DATE(2017-02-14T06:00:00Z)}}', '{{{TIME(2017-02-14T06:00:00Z)}}}', '{{{{DATE(']) {
    it(`is no date macro: ${typed}`, () => {
      assert.ok(runs(everything(typed)).every((text) => !macro.test(text)));
    });
  }

  it('is neither markup nor a macro where a card is announced', () => {
    const { speak = '' } = card('<speak>{{TIME(2017)}} Smith & Sons</speak>', []);
    assert.ok(!/[<>]/.test(speak) && !macro.test(speak), speak);
    assert.ok(speak.includes('Smith & Sons'));
  });

  it('is copied character by character where it is a password', () => {
    assert.deepEqual(runs(card('a', [copyable('q{{9}}=;')])), ['q{{9}}=;']);
  });

  it('never breaks a card', () => {
    const anyShown = anyText(60).filter((text) => text !== '');
    fc.assert(fc.property(anyShown, (text) => assert.deepEqual(problems(everything(text)), [])));
  });

  it('is a run to the renderer when it is written as a bare string', () => {
    const parsed = new AC.AdaptiveCard();
    parsed.parse(card('a', factLines([{ label: 'City:', value: 'Kiel' }])));
    const block = parsed.getItemAt(0);
    assert.ok(block instanceof AC.RichTextBlock);
    assert.deepEqual(
      [block.getInlineAt(0), block.getInlineAt(1)].map((run) => (run instanceof AC.TextRun ? run.text : undefined)),
      ['City:', ' Kiel'],
    );
  });
});

describe('a name in a list', () => {
  it('stays as it is up to 80 characters', () => {
    assert.equal(shortened('尾'.repeat(80)), '尾'.repeat(80));
  });

  it('is cut beyond, never inside a character', () => {
    assert.equal(shortened('😀'.repeat(81)), `${'😀'.repeat(79)}…`);
  });
});

describe('a card that is too large', () => {
  const filled = (lines: number): Card =>
    card('a', factLines(Array.from({ length: lines }, () => ({ label: 'City:', value: 'Kiel' }))), [
      button('Done', { verb: 'done' }),
    ]);

  it('is left alone while it fits', () => assert.deepEqual(fitToSizeLimit(filled(20)), filled(20)));

  it('loses spacing and no word, input or press', () => {
    const large = filled(130);
    assert.ok(!fitsSizeLimit(large));
    const lean = fitToSizeLimit(large);
    assert.ok(fitsSizeLimit(lean));
    assert.deepEqual(runs(lean), runs(large));
    assert.deepEqual(lean.actions?.[0], { type: 'Action.Submit', title: 'Done', data: { verb: 'done' } });
    assert.deepEqual([lean.speak, lean.version, lean.msteams], [large.speak, large.version, large.msteams]);
    assert.deepEqual(problems(lean), []);
  });
});
