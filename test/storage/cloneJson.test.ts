import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { cloneJson, toJson } from '../../storage/collectionSchema.ts';

/** Every part of a value that could be changed, the value itself included. */
const parts = (value: unknown): object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];

describe('a copy', () => {
  it('is what it was made from, and shares no part with it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        const copy = cloneJson(value);
        deepEqual(copy, value);
        const known = new Set(parts(value));
        deepEqual(
          parts(copy).filter((part) => known.has(part)),
          [],
        );
      }),
    );
  });

  it('has nothing named __proto__', () => {
    deepEqual(cloneJson(JSON.parse('{"a":1,"__proto__":{"polluted":true}}')), { a: 1 });
  });
});

describe('the JSON value of a value', () => {
  it('is what is read back of its text, with any part that JSON has no word for', () => {
    const anything = fc.object({
      values: [
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.date(),
        fc.constantFrom(null, undefined, Symbol('s'), () => 1, { toJSON: () => 'own' }, new Map([[1, 2]])),
      ],
      withNullPrototype: true,
      withSparseArray: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__'));
        deepEqual(toJson(value), JSON.parse(text));
      }),
    );
  });
});
