import assert from 'node:assert/strict';
import {
  acceptanceState,
  agreementWayOf,
  awaitsCustomer,
  nextAcceptanceCheck,
} from '../../../partner-center/rules/agreement.ts';
import { cloudIds } from '../../../partner-center/rules/clouds.ts';
import { faultReasons } from '../../../partner-center/rules/fault.ts';

describe('a customer’s acceptance of the agreement', () => {
  it('counts from April 2023 on, and always where the customer gave it by itself', () => {
    const state = (acceptedAt: string | undefined, signedByCustomer = false) =>
      acceptanceState({ signedByCustomer, ...(acceptedAt === undefined ? {} : { acceptedAt }) });
    for (const [acceptedAt, expected] of [
      [undefined, 'missing'],
      ['2021-05-03T00:00:00.000Z', 'too-old'],
      ['2023-03-31T23:59:59.999Z', 'too-old'],
      ['2023-04-01T00:00:00.000Z', 'accepted'],
      ['2026-03-01', 'accepted'],
    ] as const) {
      assert.equal(state(acceptedAt), expected);
      assert.equal(state(acceptedAt, true), 'accepted');
    }
  });

  it('is needed in the Global cloud alone', () => {
    const needed = cloudIds.filter((id) => agreementWayOf(id, 'customer') !== undefined);
    assert.deepEqual(needed, ['global']);
  });

  it('is what these faults wait for, and no other', () => {
    assert.deepEqual(
      faultReasons.filter((reason) => awaitsCustomer(reason)),
      ['customer-accepts', 'acceptance-too-old'],
    );
  });

  it('is looked for soon at first and once a day at last, whatever the clock does', () => {
    const since = '2026-03-01T00:00:00.000Z';
    const minutes = (age: number): number => {
      const now = new Date(Date.parse(since) + age * 60_000);
      return (nextAcceptanceCheck(since, now).getTime() - now.getTime()) / 60_000;
    };
    const [hour, day] = [60, 24 * 60];
    assert.deepEqual([-day, 0, hour - 1, hour, day - 1, day, 14 * day - 1, 14 * day, 400 * day].map(minutes), [
      5,
      5,
      5,
      30,
      30,
      4 * hour,
      4 * hour,
      day,
      day,
    ]);
  });
});
