import assert from 'node:assert/strict';
import type { Subscription } from '../../partner-center/management.ts';
import { renewalOf, compareRenewals, type Renewal } from '../../partner-center/lifecycle.ts';

const now = new Date('2026-11-28T10:00:00Z');

/** A new-commerce subscription of a year that ends on December 28, 2026, thirty days from now. */
const one = (more: Partial<Subscription> = {}): Subscription => ({
  id: 'one',
  name: 'Office 365 Business',
  quantity: 25,
  unit: 'Licenses',
  status: 'active',
  commerce: 'new',
  term: 'P1Y',
  billing: 'monthly',
  trial: false,
  autoRenews: false,
  ends: '2026-12-28T00:00:00Z',
  ...more,
});

const told = (more: Partial<Subscription> = {}): string => {
  const found = renewalOf(one(more), now);
  return found === undefined ? 'nothing' : `${found.group} ${String(found.within)} ${found.lastDay} ${found.life.kind}`;
};

describe('what ends or renews soon', () => {
  for (const [what, more, expected] of [
    ['nothing chosen has to be chosen', {}, 'choose 30 2026-12-28 undecided'],
    ['auto-renewal is settled', { autoRenews: true }, 'chosen 30 2026-12-28 renews'],
    ['Cancel is settled', { scheduled: [{ action: 'cancel' }] }, 'chosen 30 2026-12-28 cancels'],
    [
      'an extended service term that was chosen is settled',
      { scheduled: [{ action: 'extend' }] },
      'chosen 30 2026-12-28 extends',
    ],
    ['a month stands apart, whatever is chosen', { term: 'P1M' }, 'monthly 30 2026-12-28 undecided'],
    ['an extended service term stands among the months', { extended: true }, 'monthly 30 2026-12-28 extended'],
    ['a suspended term still ends', { status: 'suspended' }, 'chosen 30 2026-12-28 suspended'],
    ['the last day today still counts', { ends: '2026-11-28T00:00:00Z' }, 'choose 30 2026-11-28 undecided'],
    ['31 days are within 60', { ends: '2026-12-29T00:00:00Z' }, 'choose 60 2026-12-29 undecided'],
    ['61 days are within 90', { ends: '2027-01-28T00:00:00Z' }, 'choose 90 2027-01-28 undecided'],
    ['90 days are the last', { ends: '2027-02-26T00:00:00Z' }, 'choose 90 2027-02-26 undecided'],
    ['more is not soon', { ends: '2027-02-27T00:00:00Z' }, 'nothing'],
    ['what ended is over', { ends: '2026-11-27T00:00:00Z' }, 'nothing'],
    ['what is deleted is over', { status: 'deleted' }, 'nothing'],
    ['what is billed by use has no term', { commerce: 'azure' }, 'nothing'],
    ['what never ends has no term', { ends: '9999-12-31T00:00:00Z' }, 'nothing'],
  ] as const)
    it(what, () => assert.equal(told(more), expected));

  it('is in order of what has to be done: to be chosen, settled, by the month; in each by its day', () => {
    const ends = (day: string, more: Partial<Subscription> = {}): Renewal => {
      const found = renewalOf(one({ ends: `${day}T00:00:00Z`, ...more }), now);
      assert.ok(found);
      return found;
    };
    const all = [
      ends('2026-12-01', { term: 'P1M' }),
      ends('2026-12-02', { autoRenews: true }),
      ends('2027-01-05'),
      ends('2026-12-20'),
    ];
    assert.deepEqual(
      all.toSorted(compareRenewals).map(({ lastDay }) => lastDay),
      ['2026-12-20', '2027-01-05', '2026-12-02', '2026-12-01'],
    );
  });
});
