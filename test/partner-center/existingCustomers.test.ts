import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { SubscriptionChangeResult, ChosenEnd, Subscription } from '../../partner-center/management.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import type { EndOfTerm, NextTerm } from '../../partner-center/rules/subscriptionRules.ts';
import { addToys, address, faultOf, order, practice, type Practised, recorded, simulated, toys } from './alike.ts';

const business = 'Office 365 Business';
const enterprise = 'Office 365 Enterprise E3';

const done = (changed: SubscriptionChangeResult): Subscription => {
  assert.ok(changed.state === 'done');
  return changed.subscription;
};

for (const start of [practice, simulated])
  describe(`customers that exist, ${start.name === 'practice' ? 'in practice' : 'simulated'}`, () => {
    let desk: Practised;
    let partnerCenter: PartnerCenter;
    let customer: string;

    beforeEach(async () => {
      desk = await start();
      partnerCenter = desk.as();
      customer = await addToys(partnerCenter);
    });
    afterEach(() => desk.stop());

    /** One subscription of ten licenses. */
    const ten = async (): Promise<string> => {
      const [one] = await order(desk, partnerCenter, customer, [business, 10]);
      assert.ok(one !== undefined);
      return one.id;
    };
    const count = (
      id: string,
      from: number,
      to: number,
      requestId: string = randomUUID(),
    ): Promise<SubscriptionChangeResult> =>
      partnerCenter.management.changeQuantity(customer, id, { from, to }, requestId);
    const status = (
      id: string,
      to: 'active' | 'suspended' | 'deleted',
      requestId: string = randomUUID(),
    ): Promise<SubscriptionChangeResult> => partnerCenter.management.changeStatus(customer, id, to, requestId);
    const end = (requestId: string = randomUUID()): Promise<void> =>
      partnerCenter.management.removeRelationship(customer, requestId);
    const counts = async (): Promise<readonly number[]> =>
      (await partnerCenter.management.subscriptions(customer)).map(({ quantity }) => quantity);

    it('have no subscription before one is ordered', async () => {
      assert.deepEqual(await partnerCenter.management.subscriptions(customer), []);
    });

    it('show a subscription as it was ordered', async () => {
      const [one] = await order(desk, partnerCenter, customer, [business, 10]);
      assert.ok(one !== undefined);
      const { id, parentId: _parent, orderId: _order, bought = '', ...shown } = one;
      const until = new Date(Date.parse(bought) + 7 * 86_400_000).toISOString();
      assert.match(id, /^[0-9a-f-]{36}$/);
      assert.deepEqual(shown, {
        name: business,
        offerId: desk.idOf(business),
        quantity: 10,
        unit: 'Licenses',
        status: 'active',
        commerce: 'new',
        term: 'P1Y',
        billing: recorded(business).plans.find(({ term }) => term === 'P1Y')?.billing,
        trial: false,
        autoRenews: true,
        starts: bought,
        ends: '2027-03-01T00:00:00Z',
        cancelUntil: until,
        refunds: [
          { kind: 'full', until: '2026-03-03T00:00:00.000Z' },
          { kind: 'prorated', until },
        ],
        refundable: 10,
      });
    });

    it('get an add-on to a subscription that was there before, and say what it is an add-on of', async () => {
      const addOn = [...(await partnerCenter.offers('US')).offers].find(
        ({ addOnTo, segment, min }) => segment === 'commercial' && min === 1 && addOnTo.includes(desk.idOf(enterprise)),
      );
      assert.ok(addOn !== undefined);
      const [base] = await order(desk, partnerCenter, customer, [enterprise, 5]);
      const [other] = (await order(desk, partnerCenter, customer, [business, 1])).slice(1);
      await order(desk, partnerCenter, customer, [addOn.name, 2]);
      const of = async (one: Subscription | undefined) =>
        (await partnerCenter.management.addOns(customer, one?.id ?? '')).map(({ name, quantity }) => [name, quantity]);
      assert.deepEqual(await of(base), [[addOn.name, 2]]);
      assert.deepEqual(await of(other), []);
    });

    it('get more licenses, and give them back within seven days', async () => {
      const id = await ten();
      assert.equal(done(await count(id, 10, 12)).quantity, 12);
      desk.pass(6);
      assert.equal(done(await count(id, 12, 14)).refundable, 14);
      desk.pass(2);
      assert.equal(await faultOf(count(id, 14, 11)), 'seats-kept 800090');
      const after = done(await count(id, 14, 12));
      assert.deepEqual([after.quantity, after.refundable], [12, 0]);
      assert.equal(await faultOf(count(id, 12, 11)), 'seats-kept 800090');
      assert.deepEqual(await counts(), [12]);
    });

    it('keep their licenses within the limits of the offer', async () => {
      const id = await ten();
      for (const to of [0, 301, 1.5]) assert.equal(await faultOf(count(id, 10, to)), 'quantity 2002');
      assert.deepEqual(await counts(), [10]);
    });

    it('keep the licenses that somebody else changed meanwhile', async () => {
      const id = await ten();
      await count(id, 10, 20);
      assert.match(await faultOf(count(id, 10, 15)), /^stale/);
      assert.deepEqual(await counts(), [20]);
    });

    it('change their licenses once, however often the change is sent', async () => {
      const id = await ten();
      const requestId = randomUUID();
      for (let time = 0; time < 3; time += 1) assert.equal(done(await count(id, 10, 12, requestId)).quantity, 12);
      assert.equal(done(await count(id, 12, 13)).refundable, 13);
    });

    it('suspend and reactivate a subscription, whose licenses stay meanwhile', async () => {
      const id = await ten();
      for (let time = 0; time < 2; time += 1) assert.equal(done(await status(id, 'suspended')).status, 'suspended');
      assert.equal(await faultOf(count(id, 10, 11)), 'suspended 2001');
      assert.equal(done(await status(id, 'active')).status, 'active');
      assert.equal(done(await count(id, 10, 11)).quantity, 11);
    });

    it('have no subscriptions but their own', async () => {
      await ten();
      const wrong = randomUUID();
      assert.match(await faultOf(count(wrong, 1, 2)), /^subscription-unknown 20003/);
      assert.match(await faultOf(status(wrong, 'suspended')), /^subscription-unknown 20003/);
      assert.match(await faultOf(partnerCenter.management.addOns(customer, wrong)), /^subscription-unknown 20003/);
    });

    it('are not given up while a term of theirs lasts, suspended or not, and are when it was cancelled or is over', async () => {
      const id = await ten();
      await status(id, 'suspended');
      assert.equal(await faultOf(end()), 'active-subscriptions 600006');
      desk.pass(370);
      await end();
    });

    it('are given up only when nothing of theirs is active, and are no customers afterwards', async () => {
      const id = await ten();
      assert.equal(await faultOf(end()), 'active-subscriptions 600006');
      await status(id, 'deleted');
      const requestId = randomUUID();
      await end(requestId);
      await end(requestId);
      const { management } = partnerCenter;
      for (const call of [
        () => end(),
        () => management.subscriptions(customer),
        () => count(id, 10, 11),
        () => status(id, 'active'),
        () => management.updateBilling(customer, { address, contact: toys.contact }, randomUUID()),
        () =>
          partnerCenter.order(
            customer,
            [{ offerId: desk.idOf(business), term: 'P1Y', billing: 'annual', quantity: 1 }],
            randomUUID(),
          ),
      ])
        assert.equal(await faultOf(call()), 'no-relationship 20002');
      assert.equal(await partnerCenter.isDomainFree(toys.domain), false);
    });

    it('have a subscription cancelled for seven days of its term, and not later', async () => {
      const id = await ten();
      assert.equal(done(await status(id, 'deleted')).status, 'deleted');
      assert.equal(await faultOf(status(id, 'active')), 'not-changeable 2011');
      assert.equal(await faultOf(count(id, 10, 11)), 'not-changeable 2011');
      const [, other] = await order(desk, partnerCenter, customer, [business, 5]);
      assert.ok(other !== undefined);
      desk.pass(8);
      assert.equal(await faultOf(status(other.id, 'deleted')), 'cancellation-over 900117');
      desk.pass(358);
      assert.equal(done(await status(other.id, 'deleted')).status, 'deleted');
    });

    it('have the end of a term chosen, and chosen otherwise, but not over a colleague’s choice', async () => {
      const id = await ten();
      const choose = (from: ChosenEnd, to: EndOfTerm, requestId: string = randomUUID()) =>
        partnerCenter.management.chooseEnd(customer, id, { from, to }, requestId);
      const requestId = randomUUID();
      for (let time = 0; time < 2; time += 1)
        assert.deepEqual(done(await choose('renew', 'cancel', requestId)).scheduled, [{ action: 'cancel' }]);
      assert.match(await faultOf(choose('renew', 'extend')), /^stale/);
      const extended = done(await choose('cancel', 'extend'));
      assert.deepEqual([extended.autoRenews, extended.scheduled], [false, [{ action: 'extend' }]]);
      assert.equal(done(await choose('extend', 'renew')).autoRenews, true);
      await status(id, 'suspended');
      assert.equal(await faultOf(choose('undecided', 'cancel')).then((fault) => fault.split(' ')[0]), 'stale');
    });

    it('have the next term scheduled within the offer’s limits and plans, and taken back', async () => {
      const id = await ten();
      const schedule = (from: NextTerm | undefined, to: NextTerm | undefined) =>
        partnerCenter.management.scheduleNextTerm(
          customer,
          id,
          { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
          randomUUID(),
        );
      const eight = { quantity: 8, term: 'P1Y', billing: 'monthly' };
      assert.deepEqual(done(await schedule(undefined, eight)).nextTerm, eight);
      assert.match(await faultOf(schedule(undefined, { quantity: 9 })), /^stale/);
      assert.equal(await faultOf(schedule(eight, { quantity: 301 })), 'quantity 900275');
      assert.match(await faultOf(schedule(eight, { quantity: 9, term: 'P3Y' })), /^term/);
      assert.equal(done(await schedule(eight, undefined)).nextTerm, undefined);
      await schedule(undefined, eight);
      desk.pass(370);
      const [renewed] = await partnerCenter.management.subscriptions(customer);
      assert.deepEqual([renewed?.quantity, renewed?.billing, renewed?.nextTerm], [8, 'monthly', undefined]);
    });

    it('lose what was scheduled by a change in the middle of the term, and keep auto-renewal', async () => {
      const id = await ten();
      const { management } = partnerCenter;
      await management.scheduleNextTerm(customer, id, { to: { quantity: 8 } }, randomUUID());
      const more = done(await count(id, 10, 11));
      assert.deepEqual([more.nextTerm, more.autoRenews], [undefined, true]);
      await management.chooseEnd(customer, id, { from: 'renew', to: 'cancel' }, randomUUID());
      const suspended = done(await status(id, 'suspended'));
      assert.deepEqual([suspended.scheduled, suspended.autoRenews], [undefined, false]);
    });

    it('have an extended term that takes no change but its cancellation, on any day', async () => {
      const id = await ten();
      const { management } = partnerCenter;
      await management.chooseEnd(customer, id, { from: 'renew', to: 'extend' }, randomUUID());
      desk.pass(390);
      assert.equal(await faultOf(count(id, 10, 11)), 'not-changeable 900280');
      const again = management.chooseEnd(customer, id, { from: 'undecided', to: 'renew' }, randomUUID());
      assert.equal(await faultOf(again), 'not-changeable 900280');
      assert.equal(done(await status(id, 'deleted')).status, 'deleted');
    });

    it('are nobody else’s', async () => {
      const id = await ten();
      const other = desk.as(1).management;
      assert.equal(await faultOf(other.subscriptions(customer)), 'no-relationship 20002');
      assert.equal(await faultOf(other.changeStatus(customer, id, 'suspended', randomUUID())), 'no-relationship 20002');
      assert.equal(await faultOf(other.removeRelationship(customer, randomUUID())), 'no-relationship 20002');
    });

    it('are billed as the partner says, within the rules of the country', async () => {
      const { management } = partnerCenter;
      const moved = { ...address, addressLine1: '1 Elm Street' };
      const contact = { ...toys.contact, firstName: 'Berta' };
      const change = { companyName: 'Contoso Games Ltd', culture: 'en-US', language: 'en', address: moved, contact };
      const { billing: after } = await management.updateBilling(customer, change, randomUUID());
      assert.deepEqual(
        [after.companyName, after.contact.firstName, after.address?.addressLine1],
        ['Contoso Games Ltd', 'Berta', '1 Elm Street'],
      );
      const refused = async (wrong: object): Promise<string> =>
        faultOf(management.updateBilling(customer, { ...change, ...wrong }, randomUUID()));
      assert.match(await refused({ address: { ...address, state: 'ZZ' } }), /27002$/);
      assert.match(await refused({ address: { ...address, country: 'DE' } }), /2030$/);
      for (const wrong of [
        { companyName: 'llc' },
        { contact: { ...toys.contact, email: 'me@fabrikam-distribution.example' } },
        { culture: 'xx-XX' },
      ])
        assert.notEqual(await refused(wrong), '');
    });

    it('show when their agreement was recorded', async () => {
      const { acceptedAt, signedByCustomer } = await partnerCenter.management.agreement(customer);
      assert.equal(Date.parse(acceptedAt ?? ''), Date.parse('2026-03-01T00:00:00.000Z'));
      assert.equal(signedByCustomer, false);
    });

    it('are invited by the link of Partner Center', async () => {
      assert.match((await partnerCenter.management.invitationLink()) ?? '', /^https:\/\/.*ResellerRelationship/);
    });
  });
