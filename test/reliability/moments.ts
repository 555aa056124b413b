import { strict as assert } from 'node:assert';

const [, first = '1', every = '1'] = /^(\d+)\/(\d+)$/.exec(process.env['TEST_MOMENTS'] ?? '1/1') ?? [];

/** The first moment of a loop that is tried, from 1 on: all are, unless `TEST_MOMENTS=2/3` asks for the second of each three. */
export const firstMoment = Number(first);

/** Moments from one that is tried to the next. */
export const momentsApart = Number(every);

assert.ok(
  firstMoment >= 1 && firstMoment <= momentsApart,
  'TEST_MOMENTS is, for instance, 2/3: the second of each three',
);

/** The moments from 1 up to a number that are tried. */
export const momentsUpTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_none, index) => index + 1).filter((at) => (at - firstMoment) % momentsApart === 0);

/** Those of alike cases that are tried where a part of the moments is: every third, say, and one at least. */
export const partOf = <T>(all: readonly T[]): readonly T[] =>
  all.filter((_one, index) => index % momentsApart === (firstMoment - 1) % Math.min(momentsApart, all.length));
