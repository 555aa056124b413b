import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeLicenses, type PresentSubscription } from '../../forms/subscriptionInputs.ts';
import { recordedOffers } from '../../partner-center/rules/catalog.ts';
import { anyText } from '../anyText.ts';

const offer = recordedOffers().find(({ id }) => id === '031C9E47-4802-4248-838E-778FB1D2CC05'); // 1 to 300
const trial = recordedOffers().find(({ min, max, unit }) => min === 25 && max === 25 && unit === 'licenses');

const subscription = (more: Partial<PresentSubscription> = {}): PresentSubscription => ({
  id: 's1',
  name: 'Office',
  quantity: 10,
  unit: 'Licenses',
  status: 'active',
  commerce: 'new',
  trial: false,
  autoRenews: true,
  refundable: 4,
  beside: 0,
  ...more,
});

describe('a number of licenses', () => {
  const said = (typed: string, more: Partial<PresentSubscription> = {}, of = offer): unknown => {
    const judged = judgeLicenses(typed, subscription(more), of);
    return 'to' in judged ? judged.to : judged.fault.key;
  };

  it('is taken within the limits of the offer', () => {
    assert.deepEqual([said('11'), said(' ３００ '), said('6')], [11, 300, 6]);
  });

  it('is refused with the reason', () => {
    assert.equal(said('301'), 'fault.cart.quantity-max');
    assert.equal(said('0'), 'fault.cart.quantity-min');
    assert.equal(said('10'), 'fault.licenses.same');
    assert.equal(said(''), 'fault.cart.quantity-missing');
    assert.equal(said('1e2'), 'fault.cart.quantity-not-whole');
    assert.equal(said('26', { quantity: 25 }, trial), 'fault.cart.quantity-fixed');
    assert.equal(said('11', { status: 'suspended' }), 'fault.licenses.suspended');
  });

  it('is not lowered by more than can be given back, where Partner Center says how much that is', () => {
    assert.equal(said('5'), 'fault.licenses.kept');
    assert.equal(said('9', { refundable: 0 }), 'licenses.noneBack');
    const { refundable: _not, ...unsaid } = subscription();
    assert.deepEqual(judgeLicenses('1', unsaid, offer), { to: 1 });
  });

  it('is judged together with what the customer has of the offer in other subscriptions', () => {
    assert.deepEqual([said('100', { beside: 200 }), said('101', { beside: 200 })], [100, 'fault.licenses.total']);
    assert.equal(said('9', { beside: 300 }), 9, 'fewer of what is too many is not refused');
  });

  it('that is none names one that would be taken', () => {
    for (const [more, of] of [
      [{}, offer],
      [{ quantity: 300, refundable: 300 }, offer],
      [{ beside: 290 }, offer],
      [{}, undefined],
    ] as const) {
      const judged = judgeLicenses('ten', subscription(more), of);
      const sample = 'fault' in judged ? judged.fault.data?.['sample'] : undefined;
      assert.equal(typeof said(String(sample), more, of), 'number', String(sample));
    }
  });

  it('is judged as far as possible where the offer is not known', () => {
    assert.deepEqual(judgeLicenses('100000', subscription(), undefined), { to: 100_000 });
    assert.ok('fault' in judgeLicenses('0', subscription(), undefined));
  });

  it('is a whole number in digits, whatever is typed', () =>
    fc.assert(
      fc.property(anyText(20), (typed) => {
        const judged = judgeLicenses(typed, subscription(), offer);
        assert.ok(!('to' in judged) || (Number.isInteger(judged.to) && judged.to >= 6 && judged.to <= 300));
      }),
    ));
});
