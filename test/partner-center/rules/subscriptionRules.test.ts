import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Offer } from '../../../partner-center/rules/catalog.ts';
import {
  type Licenses,
  lotOf,
  lotsAfter,
  quantityChangeFault,
  refundableAt,
} from '../../../partner-center/rules/subscriptionRules.ts';

const day = 86_400_000;
const start = Date.parse('2026-03-02T10:00:00Z');

const offer: Offer = {
  id: 'offer',
  name: 'Offer',
  segment: 'commercial',
  unit: 'licenses',
  trial: false,
  min: 2,
  max: 50,
  plans: [{ term: 'P1Y', billing: 'annual' }],
  addOnTo: [],
  rank: 0,
};

interface Held extends Licenses {
  readonly at: Date;
}

/** A subscription after so many changes, days apart, those that are refused left out. */
const lived = fc
  .record({
    first: fc.integer({ min: offer.min, max: offer.max }),
    changes: fc.array(fc.record({ days: fc.integer({ min: 0, max: 9 }), to: fc.integer({ min: -1, max: 55 }) })),
  })
  .map(({ first, changes }) =>
    changes.reduce<Held>(
      (held, { days, to }) => {
        const at = new Date(held.at.getTime() + days * day);
        if (quantityChangeFault({ ...held, suspended: false }, to, offer, at) !== undefined) return { ...held, at };
        return { quantity: to, refundable: lotsAfter(held, to, at), at };
      },
      { quantity: first, refundable: [lotOf(first, new Date(start))], at: new Date(start) },
    ),
  );

describe('licenses of a subscription', () => {
  it('stay within the limits of the offer, whatever is asked and when', () => {
    fc.assert(
      fc.property(lived, ({ quantity }) => {
        assert.ok(Number.isInteger(quantity) && quantity >= offer.min && quantity <= offer.max);
      }),
    );
  });

  it('may be given back exactly as many as are refundable, down to the fewest there may be', () => {
    fc.assert(
      fc.property(lived, ({ at, ...held }) => {
        const open = refundableAt(held, at);
        const present = { ...held, suspended: false };
        assert.ok(open >= 0 && open <= held.quantity);
        for (let to = offer.min; to < held.quantity; to += 1)
          assert.equal(
            quantityChangeFault(present, to, offer, at)?.code,
            held.quantity - to <= open ? undefined : '800090',
          );
      }),
    );
  });

  it('are no more refundable after some were given back and bought again', () => {
    fc.assert(
      fc.property(lived, ({ at, ...held }) => {
        const open = refundableAt(held, at);
        const fewer = Math.max(offer.min, held.quantity - open);
        const back = { quantity: fewer, refundable: lotsAfter(held, fewer, at) };
        assert.equal(refundableAt(back, at), open - (held.quantity - fewer));
        const again = { quantity: held.quantity, refundable: lotsAfter(back, held.quantity, at) };
        assert.equal(refundableAt(again, at), open);
      }),
    );
  });

  it('cannot be given back seven days later', () => {
    fc.assert(
      fc.property(lived, ({ at, ...held }) => {
        assert.equal(refundableAt(held, new Date(at.getTime() + 7 * day)), 0);
      }),
    );
  });

  it('stay as they are while it is suspended, in a trial, and where usage is billed', () => {
    const present = { quantity: 25, refundable: [lotOf(25, new Date(start))], suspended: false };
    const code = (one: typeof present, of: Offer | undefined) =>
      quantityChangeFault(one, 20, of, new Date(start))?.code;
    assert.equal(code(present, offer), undefined);
    assert.equal(code({ ...present, suspended: true }, offer), '2001');
    assert.equal(code(present, { ...offer, trial: true, min: 25, max: 25 }), '2002');
    assert.equal(code(present, { ...offer, unit: 'usage' }), '2002');
    assert.equal(code(present, undefined), '2002');
  });
});
