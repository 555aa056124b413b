import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CartLine, lineFault, quantityFault } from '../../../partner-center/rules/cart.ts';
import { type Offer, recordedOffers } from '../../../partner-center/rules/catalog.ts';

const offers = recordedOffers();

const named = (name: string): Offer => {
  const found = offers.find((offer) => offer.name === name);
  assert.ok(found !== undefined, name);
  return found;
};

const line = ({ id, min, unit }: Offer): CartLine => ({
  offerId: id,
  plan: 0,
  ...(unit === 'usage' ? {} : { quantity: min }),
});

const reason = (of: CartLine, lines: readonly CartLine[], owned: readonly string[] = []): string | undefined =>
  lineFault(of, lines, offers, ['nonprofit'], owned)?.reason;

describe('cart lines', () => {
  it('of every base offer are good at its minimum', () => {
    for (const offer of offers.filter(({ addOnTo }) => addOnTo.length === 0)) {
      const one = line(offer);
      assert.equal(reason(one, [one]), undefined, offer.name);
    }
  });

  it('of every add-on need one of its recorded bases, in the cart or owned', () => {
    for (const offer of offers.filter(({ addOnTo }) => addOnTo.length > 0)) {
      const addOn = line(offer);
      assert.equal(reason(addOn, [addOn]), 'needs-base', offer.name);
      assert.equal(reason(addOn, [addOn, line(offer)]), 'needs-base', offer.name);
      for (const base of offer.addOnTo) {
        assert.equal(reason(addOn, [addOn, { offerId: base, plan: 0, quantity: 1 }]), undefined, offer.name);
        assert.equal(reason(addOn, [addOn], [base]), undefined, offer.name);
      }
    }
  });

  it('are no more of an offer than a customer may have, the later ones at fault', () => {
    for (const offer of offers.filter(({ limit }) => limit !== undefined)) {
      const lines = Array.from({ length: (offer.limit ?? 0) + 1 }, () => line(offer));
      const faults = lines.map((one) => reason(one, lines, []));
      assert.deepEqual(faults, [...lines.slice(1).map(() => undefined), 'limit'], offer.name);
      assert.equal(
        reason(
          line(offer),
          [],
          Array.from({ length: offer.limit ?? 0 }, () => offer.id),
        ),
        'limit',
      );
    }
    const trial = line(named('Office 365 Enterprise E3 Trial'));
    assert.deepEqual(lineFault(trial, [], offers, [], [trial.offerId])?.data, { min: 25, max: 25, limit: 1 });
  });

  it('are no more licenses of an offer than its most, with those that the customer has, the later ones at fault', () => {
    const { id: offerId } = named('Microsoft 365 Business');
    const lines = [200, 100].map((quantity) => ({ offerId, plan: 0, quantity }));
    const reasons = (n: number): unknown[] =>
      lines.map((one) => lineFault(one, lines, offers, [], [], [{ offerId, n }])?.reason);
    assert.deepEqual(reasons(0), [undefined, undefined]);
    assert.deepEqual(reasons(50), [undefined, 'quantity-total']);
    assert.deepEqual(reasons(300), ['quantity-none', 'quantity-none']);
    assert.deepEqual(
      lineFault(lines[1] ?? line(named('Microsoft 365 Business')), lines, offers, [], [], [{ offerId, n: 50 }])?.data,
      {
        min: 1,
        max: 300,
        had: 250,
        left: 50,
      },
    );
  });

  it('of a segment are for customers qualified for it', () => {
    const offer = offers.find(({ segment, addOnTo }) => segment === 'nonprofit' && addOnTo.length === 0);
    assert.ok(offer !== undefined);
    const one = line(offer);
    assert.equal(lineFault(one, [one], offers, [])?.reason, 'segment');
    assert.equal(lineFault(one, [one], offers, ['commercial', 'education'])?.reason, 'segment');
    assert.equal(lineFault(one, [one], offers, ['nonprofit']), undefined);
  });

  it('name an offer and a plan that exist', () => {
    const offerId = named('Office 365 Enterprise E3').id;
    assert.equal(reason({ offerId: 'gone', plan: 0, quantity: 1 }, []), 'unknown-offer');
    for (const plan of [2, -1, 0.5, Number.NaN, undefined, { term: 'P3Y', billing: 'annual' }])
      assert.equal(reason({ offerId, plan, quantity: 1 }, []), 'unknown-plan');
    assert.equal(reason({ offerId, plan: { term: 'P1Y', billing: 'monthly' }, quantity: 1 }, []), undefined);
  });

  it('of usage-based offers need no count', () => {
    const azure = line(named('Microsoft Azure'));
    assert.equal(azure.quantity, undefined);
    assert.equal(reason(azure, [azure]), undefined);
  });

  it('have a whole count from minimum to maximum, and of trials the fixed one', () => {
    const talent = named('Dynamics 365 for Talent');
    const business = named('Office 365 Business');
    const trial = named('Office 365 Enterprise E3 Trial');
    assert.equal(quantityFault(talent, undefined)?.reason, 'quantity-missing');
    assert.equal(quantityFault(talent, 4)?.reason, 'quantity-min');
    assert.equal(quantityFault(talent, 5), undefined);
    assert.equal(quantityFault(business, 300), undefined);
    assert.deepEqual(quantityFault(business, 301), { reason: 'quantity-max', data: { min: 1, max: 300 } });
    assert.equal(quantityFault(trial, 24)?.reason, 'quantity-fixed');
    assert.equal(quantityFault(trial, 25), undefined);
    for (const odd of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])
      assert.equal(quantityFault(business, odd)?.reason, 'quantity-not-whole');
  });

  it('are good exactly from minimum to maximum for every recorded offer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offers), fc.integer(), fc.integer({ min: -3, max: 400 }), (offer, far, near) => {
        for (const quantity of [far, near]) {
          const good = offer.unit === 'usage' || (quantity >= offer.min && quantity <= offer.max);
          assert.equal(quantityFault(offer, quantity) === undefined, good);
        }
      }),
    );
  });
});
