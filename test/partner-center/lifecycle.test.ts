import assert from 'node:assert/strict';
import { cancellationOf, firstDayOf, type Lifecycle, lifecycleOf } from '../../partner-center/lifecycle.ts';
import type { Subscription } from '../../partner-center/management.ts';

const now = new Date('2026-11-28T10:00:00Z');

/** A new-commerce subscription of a year that ends on March 1, 2027. */
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
  bought: '2026-03-02T10:00:00Z',
  starts: '2026-03-02T10:00:00Z',
  ends: '2027-03-01T00:00:00Z',
  ...more,
});

const cancel = { action: 'cancel' } as const;
const extend = { action: 'extend' } as const;
const next = { quantity: 20, term: 'P1Y', billing: 'annual' };

const table: readonly (readonly [
  name: string,
  given: Partial<Subscription>,
  life: Lifecycle,
  monthlyPlan?: boolean,
])[] = [
  ['renews where auto-renew is on', { autoRenews: true }, { kind: 'renews', day: '2027-03-02' }],
  ['renews into what is scheduled', { autoRenews: true, nextTerm: next }, { kind: 'renews', day: '2027-03-02', next }],
  ['renews where a new term was chosen', { scheduled: [{ action: 'renew' }] }, { kind: 'renews', day: '2027-03-02' }],
  ['ends where Cancel was chosen', { scheduled: [cancel] }, { kind: 'cancels', lastDay: '2027-03-01' }],
  [
    'ends on the day that Cancel was chosen for',
    { scheduled: [{ ...cancel, at: '2027-01-15T00:00:00Z' }] },
    { kind: 'cancels', lastDay: '2027-01-15' },
  ],
  [
    'ends by Cancel, whatever auto-renew says',
    { autoRenews: true, scheduled: [cancel] },
    { kind: 'cancels', lastDay: '2027-03-01' },
  ],
  ['goes on as an extended term that was chosen', { scheduled: [extend] }, { kind: 'extends', day: '2027-03-02' }],
  [
    'goes on at 3 % where there is a monthly plan',
    { scheduled: [extend] },
    { kind: 'extends', day: '2027-03-02', uplift: 3 },
    true,
  ],
  [
    'goes on at 23 % where there is none',
    { scheduled: [extend] },
    { kind: 'extends', day: '2027-03-02', uplift: 23 },
    false,
  ],
  ['becomes another product', { scheduled: [{ action: 'transition' }] }, { kind: 'transitions', day: '2027-03-02' }],
  ['is unknown by a word to come', { scheduled: [{ action: 'unknown' }] }, { kind: 'unknown', lastDay: '2027-03-01' }],
  [
    'goes on and is billed where nothing is chosen',
    {},
    { kind: 'undecided', lastDay: '2027-03-01', day: '2027-03-02' },
  ],
  [
    'goes on at 3 % after a month',
    { term: 'P1M', ends: '2026-12-01T00:00:00Z' },
    { kind: 'undecided', lastDay: '2026-12-01', day: '2026-12-02', uplift: 3 },
  ],
  [
    'expires where three years began before April 2025',
    { term: 'P3Y', bought: '2024-03-02T00:00:00Z', starts: '2024-03-02T00:00:00Z' },
    { kind: 'expires', lastDay: '2027-03-01' },
  ],
  [
    'goes on where a term of an older subscription began since',
    { bought: '2021-03-02T00:00:00Z', starts: '2021-03-02T00:00:00Z' },
    { kind: 'undecided', lastDay: '2027-03-01', day: '2027-03-02' },
  ],
  ['is in an extended service term', { extended: true, term: 'P1M' }, { kind: 'extended', lastDay: '2027-03-01' }],
  [
    'ends an extended term by Cancel',
    { extended: true, scheduled: [cancel] },
    { kind: 'cancels', lastDay: '2027-03-01' },
  ],
  [
    'is suspended, and billed',
    { status: 'suspended' },
    { kind: 'suspended', billed: true, lastDay: '2027-03-01', reasons: [] },
  ],
  [
    'is suspended for a reason',
    { status: 'suspended', suspendedFor: ['NonPayment'] },
    { kind: 'suspended', billed: true, lastDay: '2027-03-01', reasons: ['NonPayment'] },
  ],
  [
    'is suspended and not billed, as sold before',
    { status: 'suspended', commerce: 'legacy' },
    { kind: 'suspended', billed: false, lastDay: '2027-02-28', reasons: [] },
  ],
  [
    'is suspended, and whether it is billed is not known',
    { status: 'suspended', commerce: 'unknown' },
    { kind: 'suspended', lastDay: '2027-03-01', reasons: [] },
  ],
  [
    'renews on the day an older one names',
    { commerce: 'legacy', autoRenews: true },
    { kind: 'renews', day: '2027-03-01' },
  ],
  ['ends on the day before that', { commerce: 'legacy' }, { kind: 'expires', lastDay: '2027-02-28' }],
  ['expires where the kind is not known', { commerce: 'unknown' }, { kind: 'expires', lastDay: '2027-03-01' }],
  ['is a trial that ends', { trial: true }, { kind: 'trial', lastDay: '2027-03-01', becomesPaid: false }],
  [
    'is a trial that will be paid',
    { trial: true, autoRenews: true },
    { kind: 'trial', lastDay: '2027-03-01', becomesPaid: true },
  ],
  [
    'is a trial sold before',
    { trial: true, autoRenews: true, commerce: 'legacy' },
    { kind: 'trial', lastDay: '2027-02-28', becomesPaid: false },
  ],
  ['is billed by use', { commerce: 'azure', ends: '9999-12-10T00:00:00Z' }, { kind: 'usage' }],
  ['is unknown where no end is said', { ends: '9999-12-10T00:00:00Z', autoRenews: true }, { kind: 'unknown' }],
  ['has just ended', { ends: '2026-11-27T00:00:00Z', autoRenews: true }, { kind: 'turning', lastDay: '2026-11-27' }],
  [
    'lasts through its last day',
    { ends: '2026-11-28T00:00:00Z', autoRenews: true },
    { kind: 'renews', day: '2026-11-29' },
  ],
  ['has expired', { status: 'expired' }, { kind: 'expired' }],
  ['is disabled', { status: 'disabled' }, { kind: 'disabled' }],
  ['is deleted', { status: 'deleted' }, { kind: 'deleted' }],
  ['is being set up', { status: 'pending' }, { kind: 'pending' }],
  ['is unknown by its status', { status: 'paused' }, { kind: 'unknown', lastDay: '2027-03-01' }],
];

describe('a subscription in its life', () => {
  for (const [name, given, life, monthlyPlan] of table)
    it(name, () => {
      const known = monthlyPlan === undefined ? {} : { monthlyPlan };
      assert.deepEqual(lifecycleOf(one(given), now, known), life);
    });

  it('is where its status says, whatever its case', () => {
    for (const status of ['Active', 'SUSPENDED', 'Expired', 'Deleted'])
      assert.deepEqual(lifecycleOf(one({ status }), now), lifecycleOf(one({ status: status.toLowerCase() }), now));
  });

  it('began its term when it was bought, where its end was aligned with another one’s', () => {
    assert.equal(firstDayOf(one({ bought: '2026-10-10T08:00:00Z', starts: '2026-10-10T08:00:00Z' })), '2026-10-10');
  });
});

describe('cancelling a subscription', () => {
  const until = '2026-12-01T00:00:00Z';
  const refunds = [
    { kind: 'full', until: '2026-11-29T00:00:00Z' },
    { kind: 'prorated', until },
  ] as const;

  it('gives all of it back at first, then what is left', () => {
    const bought = one({ cancelUntil: until, refunds });
    assert.deepEqual(cancellationOf(bought, now), { until, refund: refunds[0] });
    assert.deepEqual(cancellationOf(bought, new Date('2026-11-30T00:00:00Z')), { until, refund: { kind: 'prorated' } });
  });

  it('is over when its time is, and never was for what was sold before or has ended', () => {
    assert.equal(cancellationOf(one({ cancelUntil: until, refunds }), new Date(until)), undefined);
    assert.equal(cancellationOf(one({ refunds }), now), undefined);
    assert.equal(cancellationOf(one({ cancelUntil: until, commerce: 'legacy' }), now), undefined);
    assert.equal(cancellationOf(one({ cancelUntil: until, status: 'deleted' }), now), undefined);
  });

  it('is possible while it is suspended', () => {
    assert.deepEqual(cancellationOf(one({ cancelUntil: until, status: 'Suspended' }), now), {
      until,
      refund: { kind: 'prorated' },
    });
  });
});
