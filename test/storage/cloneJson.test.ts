import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { cloneJson } from '../../storage/collectionSchema.ts';

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
