import assert from 'node:assert/strict';
import { bodyOf, addBuyer, buy, codeOf, type Desk, findItem, inside, itemsOf, openDesk, type Reply } from './desk.ts';

const day = 86_400_000;

describe('a simulated subscription', () => {
  let desk: Desk;
  let customer: string;
  let path: string;

  beforeEach(async () => {
    desk = await openDesk();
    customer = await addBuyer(desk, 'subscriber');
    const { catalogItemId } = await findItem(desk, 'Microsoft 365 Business');
    path = `/customers/${customer}/subscriptions/${await buy(desk, customer, catalogItemId, 5)}`;
  });
  afterEach(() => desk.close());

  const change = async (asked: object): Promise<Reply> =>
    desk.call('PATCH', path, { ...bodyOf(await desk.call('GET', path)), ...asked });

  it('takes more licenses up to its maximum', async () => {
    assert.equal((await change({ quantity: 9 })).at('quantity'), 9);
    assert.equal((await desk.call('GET', path)).at('quantity'), 9);
    for (const quantity of [0, 301, 1.5]) assert.equal(codeOf(await change({ quantity })), '2002');
  });

  it('gives licenses back for seven days, and no more of them than were bought in these', async () => {
    assert.equal((await change({ quantity: 4 })).status, 200);
    desk.pass(6 * day);
    assert.equal((await change({ quantity: 6 })).at('refundableQuantity', 'totalQuantity'), 6);
    desk.pass(2 * day);
    const refused = await change({ quantity: 3 });
    assert.deepEqual([refused.status, codeOf(refused)], [400, '800090']);
    assert.equal((await change({ quantity: 4 })).at('quantity'), 4);
    desk.pass(8 * day);
    assert.equal(codeOf(await change({ quantity: 3 })), '800090');
  });

  it('is changed with the ETag it was read with, and with no other', async () => {
    const read = await desk.call('GET', path);
    await change({ friendlyName: 'Renamed' });
    const stale = await desk.call('PATCH', path, { ...bodyOf(read), quantity: 6 });
    assert.deepEqual([stale.status, codeOf(stale)], [400, '2055']);
    const fresh = (await desk.call('GET', path)).headers.get('ETag') ?? '';
    const done = await desk.call('PATCH', path, { ...bodyOf(read), quantity: 6 }, { headers: { 'If-Match': fresh } });
    assert.equal(done.at('quantity'), 6, done.text);
  });

  it('is sent as a whole: what is left out is not left as it was', async () => {
    assert.equal((await change({ autoRenewEnabled: false })).at('autoRenewEnabled'), false);
    assert.equal((await change({ autoRenewEnabled: true })).at('autoRenewEnabled'), true);
    assert.equal((await change({ autoRenewEnabled: null })).at('autoRenewEnabled'), false);
    assert.equal(codeOf(await change({ quantity: null })), '3000');
    assert.equal(codeOf(await change({ id: 'other' })), '3000');
  });

  it('is suspended and resumed, and keeps its number meanwhile', async () => {
    assert.equal((await change({ status: 'suspended' })).at('status'), 'suspended');
    assert.equal(codeOf(await change({ quantity: 6 })), '2001');
    assert.equal((await change({ status: 'active' })).at('status'), 'active');
  });

  it('can be cancelled for seven days, and is not changed after that', async () => {
    assert.equal((await change({ status: 'deleted' })).at('status'), 'deleted');
    assert.equal(codeOf(await change({ status: 'active' })), '2011');
  });

  it('cannot be cancelled later', async () => {
    desk.pass(8 * day);
    assert.equal(codeOf(await change({ status: 'deleted' })), '900117');
  });

  it('needs the agreement and the review for more licenses, not for fewer', async () => {
    desk.setCustomer(customer, { validationStatus: 'UnderReview' });
    assert.equal(codeOf(await change({ quantity: 6 })), '800073');
    assert.equal((await change({ quantity: 4 })).status, 200);
  });

  it('may be changed later: 202 and Location, pending, and no second change meanwhile', async () => {
    desk.fault({ kind: 202, method: 'PATCH', path: '/v1/customers/*/subscriptions/*' });
    const reply = await change({ quantity: 8 });
    assert.equal(reply.status, 202);
    assert.equal(reply.headers.get('Location'), `/v1${path}`);
    const second = await desk.call('PATCH', path, { ...bodyOf(await desk.call('GET', path)), quantity: 7 });
    assert.deepEqual([second.status, codeOf(second)], [409, '800082']);
    assert.equal((await desk.call('GET', path)).at('quantity'), 8);
    assert.equal((await change({ quantity: 9 })).at('quantity'), 9);
  });

  it('keeps the partner: the relationship ends only when none runs, and suspending is not enough', async () => {
    const end = () => desk.call('PATCH', `/customers/${customer}`, { relationshipToPartner: 'none' });
    const refused = await end();
    assert.deepEqual([refused.status, codeOf(refused)], [403, '600006']);
    await change({ status: 'suspended' });
    assert.equal((await end()).status, 403);
    await change({ status: 'deleted' });
    assert.equal((await end()).status, 200);
  });

  it('takes one decision a call: a choice for the end of the term beside other licenses is refused', async () => {
    const scheduledActions = [{ scheduleType: 'TermEnd', actionType: 'Cancel' }];
    const chosen = { scheduledActions, autoRenewEnabled: false };
    assert.equal(codeOf(await change({ ...chosen, quantity: 6 })), '800002');
    assert.equal(codeOf(await change({ scheduledActions })), '800002');
    assert.equal((await change(chosen)).at('scheduledActions', 0, 'actionType'), 'Cancel');
  });

  it('becomes what a test says of it', async () => {
    const id = path.split('/').at(-1) ?? '';
    const suspensionReasons = ['NonPayment'];
    desk.setSubscription(id, { status: 'suspended', suspensionReasons, autoRenewEnabled: false, end: 'cancel' });
    const found = await desk.call('GET', path);
    assert.deepEqual(
      [found.at('status'), found.at('suspensionReasons'), found.at('scheduledActions', 0, 'actionType')],
      ['suspended', suspensionReasons, 'Cancel'],
    );
    desk.setSubscription(id, { end: null, nextTerm: { quantity: 3 }, status: 'active' });
    const again = await desk.call('GET', path);
    assert.equal(again.at('scheduledActions'), null);
    assert.equal(again.at('scheduledNextTermInstructions', 'quantity'), 3);
    assert.throws(() => desk.setSubscription(id, { color: 'red' }));
  });

  it('leaves its traces in the activity log', async () => {
    await change({ quantity: 6 });
    const audit = async (query: string) =>
      itemsOf(await desk.call('GET', `/auditrecords?startDate=2026-06-01${query}`)).map((one) =>
        inside(one, ['operationType']),
      );
    assert.deepEqual(await audit(''), ['update_subscription', 'create_order', 'create_agreement', 'add_customer']);
    const filter = (Field: string, Value: string, Operator: string) =>
      `&filter=${encodeURIComponent(JSON.stringify({ Field, Value, Operator }))}`;
    assert.deepEqual(await audit(filter('ResourceType', 'order', 'equals')), ['create_order']);
    assert.equal((await audit(filter('CompanyName', 'WORKS', 'substring'))).length, 4);
    assert.deepEqual(await audit(filter('CustomerId', 'none', 'equals')), []);
    assert.deepEqual(await audit('&endDate=2026-06-01').then((all) => all.length), 4);
    desk.pass(91 * day);
    assert.equal(codeOf(await desk.call('GET', '/auditrecords?startDate=2026-06-01')), '3000');
    assert.equal(codeOf(await desk.call('GET', '/auditrecords')), '3000');
  });
});
