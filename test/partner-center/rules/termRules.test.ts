import assert from 'node:assert/strict';
import {
  advanceTerms,
  cancelUntilOf,
  fullRefundUntil,
  lastDayOfTerm,
  termStart,
  type TermState,
} from '../../../partner-center/rules/subscriptionRules.ts';

const one = (more: Partial<TermState> = {}): TermState => ({
  status: 'active',
  trial: false,
  quantity: 25,
  term: 'P1Y',
  billing: 'monthly',
  refundable: [],
  since: '2026-03-02T10:00:00.000Z',
  terms: 0,
  autoRenews: true,
  ...more,
});

const at = (state: TermState, day: string): TermState => advanceTerms(state, new Date(`${day}T00:00:00Z`));
const lastDay = (since: string, term: string, at: string): string | undefined =>
  lastDayOfTerm(advanceTerms(one({ since, term }), new Date(at)));

describe('the term of a practised subscription', () => {
  it('lasts so many days, months or years, and again after each renewal', () => {
    assert.equal(lastDay('2026-03-02T10:00:00Z', 'P1Y', '2026-03-02T10:00:00Z'), '2027-03-01');
    assert.equal(lastDay('2026-03-02T10:00:00Z', 'P1Y', '2028-04-01T00:00:00Z'), '2029-03-01');
    assert.equal(lastDay('2026-03-02T10:00:00Z', 'P45D', '2026-03-03T00:00:00Z'), '2026-04-15');
    assert.equal(lastDay('2026-01-31T10:00:00Z', 'P1M', '2026-02-01T00:00:00Z'), '2026-02-27');
    assert.equal(lastDay('2026-01-31T10:00:00Z', 'P1M', '2026-03-01T00:00:00Z'), '2026-03-30');
  });

  it('is none where none is known', () => {
    for (const term of ['', 'P0Y', 'year']) assert.equal(lastDay('2026-03-02', term, '2026-03-02'), undefined);
    assert.equal(lastDay('yesterday', 'P1Y', '2026-03-02'), undefined);
  });

  it('is as it was through its last day', () => {
    const state = one();
    assert.equal(at(state, '2027-03-01'), state);
    assert.equal(at(state, '2027-03-02').terms, 1);
  });

  it('gives seven days to cancel from its beginning, and all back on its first day', () => {
    assert.equal(cancelUntilOf(one()), '2026-03-09T10:00:00.000Z');
    assert.equal(fullRefundUntil(one()), '2026-03-03T00:00:00.000Z');
    const renewed = at(one(), '2027-03-02');
    assert.equal(termStart(renewed), '2027-03-02T00:00:00.000Z');
    assert.equal(cancelUntilOf(renewed), '2027-03-09T00:00:00.000Z');
    assert.deepEqual(renewed.refundable, [{ quantity: 25, until: '2027-03-09T00:00:00.000Z' }]);
  });

  it('is followed by what was scheduled, once', () => {
    const nextTerm = { quantity: 20, term: 'P1M', billing: 'monthly' };
    const renewed = at(one({ nextTerm }), '2027-03-02');
    assert.deepEqual([renewed.quantity, renewed.term, renewed.nextTerm], [20, 'P1M', undefined]);
    assert.equal(lastDayOfTerm(renewed), '2027-04-01');
    assert.equal(at(renewed, '2027-05-02').quantity, 20);
  });

  it('is followed by an extended one, month by month, where that or nothing was chosen', () => {
    for (const more of [{ end: 'extend', autoRenews: false }, { autoRenews: false }] as const) {
      const extended = at(one(more), '2027-05-15');
      assert.deepEqual([extended.status, extended.extended, extended.end], ['active', true, undefined]);
      assert.equal(lastDayOfTerm(extended), '2027-06-01');
      assert.equal(cancelUntilOf(extended), '2027-06-01T23:59:59.000Z');
    }
  });

  it('is the last where Cancel was chosen: users are out, and the data is kept for a time', () => {
    const state = one({ end: 'cancel', autoRenews: false });
    assert.equal(at(state, '2027-03-02').status, 'disabled');
    assert.equal(at(state, '2027-05-30').status, 'disabled');
    assert.equal(at(state, '2027-06-01').status, 'deleted');
    assert.equal(cancelUntilOf(at(state, '2027-03-02')), undefined);
  });

  it('is the last of a suspended one, and of a trial', () => {
    assert.equal(at(one({ status: 'suspended' }), '2027-03-02').status, 'disabled');
    assert.equal(at(one({ status: 'suspended' }), '2027-07-01').status, 'deleted');
    assert.equal(at(one({ trial: true, autoRenews: false }), '2027-03-02').status, 'expired');
  });
});
