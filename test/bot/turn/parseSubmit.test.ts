import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSubmit } from '../../../bot/turn/incomingActivity.ts';
import { values as valuesSchema } from '../../../model/draft.ts';

describe('a press', () => {
  it('is the button, the card, what it is about, and the inputs', () => {
    const sent = { verb: 'next', token: 'd1.2', argument: '3', companyName: 'Tailspin Toys', gdap: 'true' };
    assert.deepEqual(parseSubmit(sent), {
      verb: 'next',
      token: 'd1.2',
      argument: '3',
      values: { companyName: 'Tailspin Toys', gdap: 'true' },
    });
  });

  it('without a verb or token is a press of nothing, which every card survives', () => {
    assert.deepEqual(parseSubmit({}), { verb: '', token: '', argument: '', values: {} });
  });

  it('is not seen in a message without a value', () => {
    for (const value of [undefined, null, 'next', 1, true, [], [{ verb: 'next' }]])
      assert.equal(parseSubmit(value), undefined);
  });

  it('reads numbers and switches as the texts clients send, and nothing else', () => {
    const sent = { a: 5, b: true, c: null, d: { deep: 'x' }, e: ['x'], f: Number.NaN };
    assert.deepEqual(parseSubmit(sent)?.values, { a: '5', b: 'true', f: 'NaN' });
  });

  it('keeps 4,000 characters of one text at most', () => {
    assert.equal(parseSubmit({ note: 'x'.repeat(100_000) })?.values['note']?.length, 4000);
  });

  it('keeps 80 inputs at most, and none with an endless name', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_none, index) => [`a${String(index)}`, 'x']));
    assert.ok(Object.keys(parseSubmit(many)?.values ?? {}).length <= 80);
    assert.deepEqual(parseSubmit({ ['x'.repeat(41)]: 'x' })?.values, {});
  });

  it('changes no object’s ancestors', () => {
    assert.deepEqual(Object.keys(parseSubmit(JSON.parse('{"__proto__":"x","a":"y"}'))?.values ?? {}), ['a']);
    const press = parseSubmit(JSON.parse('{"__proto__":{"evil":"x"},"constructor":"x","verb":"next"}'));
    assert.equal(Object.getPrototypeOf(press?.values), Object.prototype);
    assert.equal(Object.getOwnPropertyDescriptor(Object.prototype, 'evil'), undefined);
  });

  it('is texts that can be stored, whatever JSON was sent', () => {
    const name = fc.oneof(
      fc.constantFrom('verb', 'token', 'argument', '__proto__', 'constructor', 'toString'),
      fc.string(),
    );
    const anything = fc.oneof(fc.jsonValue(), fc.dictionary(name, fc.jsonValue(), { maxKeys: 100 }));
    fc.assert(
      fc.property(anything, (value) => {
        // As it comes over HTTP: __proto__ is an own key.
        const press = parseSubmit(JSON.parse(JSON.stringify(value)));
        if (press === undefined) return;
        assert.deepEqual(
          [press.verb, press.token, press.argument].map((text) => typeof text),
          ['string', 'string', 'string'],
        );
        assert.equal(valuesSchema.safeParse(press.values).success, true);
      }),
    );
  });
});
