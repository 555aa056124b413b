import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planWords } from '../../cards/cartCard.ts';
import { toCartLine, newCartRow, rowPlan, cartRows, cartValues, type CartRow } from '../../forms/cartRows.ts';
import { accept, newDraft, revalidate } from '../../forms/draftFlow.ts';
import { section } from '../../forms/sections.ts';
import { words } from '../../locales/words.ts';
import { lineFault } from '../../partner-center/rules/cart.ts';
import type { Values } from '../../model/draft.ts';
import { parts } from '../cards/parts.ts';
import { anyText } from '../anyText.ts';
import { contextFor, offers, provider } from './contexts.ts';

const context = contextFor(provider);
const subscriptions = section('subscriptions');

const offerNamed = (text: string) => {
  const found = offers.find(({ name }) => name.includes(text));
  if (found === undefined) throw new Error(`no offer ${text}`);
  return found;
};

const ordinary = offers.filter(
  ({ addOnTo, segment, unit }) => addOnTo.length === 0 && segment === 'commercial' && unit === 'licenses',
);
const [first, second] = ordinary;
const usage = offers.find(({ unit }) => unit === 'usage');
const fixed = offers.find(({ min, max, unit }) => min === max && unit === 'licenses' && min > 1);
const limited = offers.find(({ limit, addOnTo, min, max }) => limit === 1 && addOnTo.length === 0 && min < max);
const addOn = offers.find(({ addOnTo }) => addOnTo.length > 0 && offers.some(({ id }) => addOnTo.includes(id)));
if (first === undefined || second === undefined || usage === undefined || fixed === undefined || addOn === undefined) {
  throw new Error('the recorded offers lack a kind');
}

const edit = (verb: string, values: Values, argument = ''): Values =>
  subscriptions.edits?.[verb]?.(values, argument, context) ?? {};

const faults = (rows: CartRow[]): Record<string, string> => {
  const parsed = subscriptions.parse(cartValues(rows), context);
  return 'faults' in parsed
    ? Object.fromEntries(Object.entries(parsed.faults).map(([name, { key }]) => [name, key]))
    : {};
};

const row = fc.record(
  {
    offerId: fc.constantFrom(...offers.slice(0, 30).map(({ id }) => id)),
    plan: fc.constantFrom('', '0', '1', '7', 'x'),
    count: fc.constantFrom('', '1', '25', '007', 'x', '-1', '1e3'),
  },
  { noNullPrototype: true },
);

describe('a cart whose catalogue is still being read', () => {
  const line = cartValues([{ offerId: first.id, plan: '0', count: '7' }]);
  const reading = { ...context, offers: [second], catalog: { state: 'reading', leftOut: 0 } } as const;
  const failed = { ...reading, catalog: { state: 'failed', leftOut: 0 } } as const;
  const read = { ...reading, catalog: { state: 'read', leftOut: 0 } } as const;

  it('keeps a line whose offer is not there yet, with its number, although its card has no input for it', () => {
    for (const known of [reading, failed]) assert.deepEqual(subscriptions.readInputs({}, line, known), line);
  });

  it('cannot be judged by it: it is neither accepted nor taken back', () => {
    for (const known of [reading, failed]) {
      const parsed = subscriptions.parse(line, known);
      assert.deepEqual('faults' in parsed && parsed.faults['count-0']?.key, 'fault.cart.unread');
      assert.equal(subscriptions.isUnread?.(line, known), true);
      const draft = accept(newDraft('d1', '2026-03-02T10:00:00.000Z'), 'subscriptions', line);
      assert.deepEqual(revalidate(draft, known), draft);
    }
  });

  it('is not told from one whose offer is gone before all is read', () => {
    const { t } = words('en');
    const named = (known: typeof reading | typeof read): string =>
      subscriptions.facts(line, known, words('en'))[0]?.name ?? '';
    assert.ok(named(reading).includes(t('cart.unreadOffer')));
    assert.ok(named(read).includes(t('cart.goneOffer')));
    assert.equal(subscriptions.isUnread?.(line, read), false);
  });

  it('is accepted without a line, and with lines that are there', () => {
    for (const values of [{}, cartValues([newCartRow(second)])])
      assert.ok('answers' in subscriptions.parse(values, reading), JSON.stringify(values));
  });
});

describe('a cart', () => {
  it('is kept as values and read back as it was', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 15 }), (rows) => assert.deepEqual(cartRows(cartValues(rows)), rows)),
    );
  });

  it('has 15 lines at most, whatever values hold', () => {
    const many = cartValues(Array.from({ length: 15 }, () => newCartRow(first)));
    assert.equal(cartRows({ ...many, 'offer-15': first.id, 'offer-16': first.id }).length, 15);
    assert.deepEqual(edit('add', many, second.id), many);
  });

  it('takes a new line with its fewest licenses and its first plan', () => {
    assert.deepEqual(cartRows(edit('add', { find: 'x' }, first.id)), [
      { offerId: first.id, plan: '0', count: String(first.min) },
    ]);
    assert.deepEqual(cartRows(edit('add', {}, usage.id)), [{ offerId: usage.id, plan: '0', count: '' }]);
  });

  it('takes no line of an offer that is not sold', () => assert.deepEqual(edit('add', {}, 'gone'), {}));

  it('keeps what was searched for while lines come and go', () => {
    const searched = edit('add', { find: 'office' }, first.id);
    assert.equal(searched['find'], 'office');
    assert.equal(edit('remove', searched, '0')['find'], 'office');
  });

  it('loses the removed line only, and the counts of the others stay with them', () => {
    const three = cartValues(
      [first, second, usage].map((offer, index) => ({ ...newCartRow(offer), count: String(index + 3) })),
    );
    assert.deepEqual(
      cartRows(edit('remove', three, '1')).map(({ offerId, count }) => [offerId, count]),
      [
        [first.id, '3'],
        [usage.id, '5'],
      ],
    );
    for (const argument of ['3', '-1', '', 'x', '01'])
      assert.deepEqual(cartRows(edit('remove', three, argument)), cartRows(three));
  });

  it('takes counts and plans from a press, but never the offers', () => {
    const held = cartValues([newCartRow(first)]);
    const taken = subscriptions.readInputs(
      { 'offer-0': second.id, 'count-0': '9', 'offer-1': second.id },
      held,
      context,
    );
    assert.deepEqual(cartRows(taken), [{ offerId: first.id, plan: '0', count: '9' }]);
  });

  it('reads a cleared count as none: clients leave empty inputs out', () => {
    assert.equal(cartRows(subscriptions.readInputs({}, cartValues([newCartRow(first)]), context))[0]?.count, '');
  });

  it('counts in full-width digits too', () => {
    assert.equal(toCartLine({ offerId: first.id, plan: '0', count: '１２' }, offers).quantity, Number.NaN);
    assert.equal(
      toCartLine(cartRows({ 'offer-0': first.id, 'plan-0': '0', 'count-0': ' １２ ' })[0] ?? newCartRow(first), offers)
        .quantity,
      12,
    );
  });

  it('says what is wrong with each line, beside that line', () => {
    const at = (count: string, plan = '0', offer = first): CartRow => ({ offerId: offer.id, plan, count });
    const wrong = [at(''), at('x'), at('1.5'), at('0'), at('99999999999'), at('5', '9'), at('5', 'length')];
    assert.deepEqual(faults([...wrong, at('5')]), {
      'count-0': 'fault.cart.quantity-missing',
      'count-1': 'fault.cart.quantity-not-whole',
      'count-2': 'fault.cart.quantity-not-whole',
      'count-3': 'fault.cart.quantity-min',
      'count-4': 'fault.cart.quantity-not-whole',
      'count-5': 'fault.cart.unknown-plan',
      'count-6': 'fault.cart.unknown-plan',
    });
    assert.deepEqual(faults([at('3', '0', fixed)]), { 'count-0': 'fault.cart.quantity-fixed' });
    assert.deepEqual(faults([{ offerId: 'gone', plan: '0', count: '1' }]), { 'count-0': 'fault.cart.unknown-offer' });
  });

  it('orders an add-on only beside its base', () => {
    const base = offers.find(({ id }) => addOn.addOnTo.includes(id)) ?? first;
    assert.deepEqual(faults([newCartRow(addOn)]), { 'count-0': 'fault.cart.needsBaseOf' });
    assert.deepEqual(faults([newCartRow(addOn), newCartRow(base)]), {});
  });

  it('orders an offer no more often than a customer may have it', () => {
    if (limited === undefined) assert.fail('no recorded offer is limited to one');
    const parsed = subscriptions.parse(cartValues([newCartRow(limited), newCartRow(limited)]), context);
    assert.ok('faults' in parsed);
    assert.deepEqual(Object.keys(parsed.faults), ['count-1']);
    const { key, data } = parsed.faults['count-1'] ?? { key: '' };
    assert.equal(words('en').say(key, data), 'A customer can have at most 1 subscription of this offer.');
  });

  it('orders commercial offers only: no qualification is approved yet', () => {
    const charity = offers.find(({ segment }) => segment !== 'commercial') ?? first;
    assert.deepEqual(faults([newCartRow(charity)]), { 'count-0': 'fault.cart.segment' });
  });

  it('asks no count of an offer billed by usage', () => {
    assert.deepEqual(faults([newCartRow(usage)]), {});
    assert.equal('quantity' in toCartLine({ ...newCartRow(usage), count: '5' }, offers), false);
  });

  it('judges every line as Partner Center’s own rules do', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const lines = rows.map((one) => toCartLine(one, offers));
        const expected = lines.flatMap((line, index) =>
          lineFault(line, lines, offers, ['commercial']) === undefined ? [] : [`count-${String(index)}`],
        );
        assert.deepEqual(Object.keys(faults(rows)), expected);
      }),
    );
  });

  it('has the only plan of an offer that leaves no choice', () => {
    const single = offers.find(({ plans }) => plans.length === 1) ?? first;
    assert.equal(rowPlan({ ...newCartRow(single), plan: '' }, single), single.plans[0]);
    assert.equal(
      rowPlan(
        { ...newCartRow(offerNamed('Office 365')), plan: '' },
        offers.find(({ plans }) => plans.length > 1),
      ),
      undefined,
    );
  });

  it('is shown with the offer, its count and its plan', () => {
    const [fact] = subscriptions.facts(cartValues([{ ...newCartRow(first), count: '12' }]), context, words('en'));
    assert.equal(fact?.name, words('en').t('cart.times', { n: 12, name: first.name }));
    assert.equal(fact?.value, planWords(first.plans[0], words('en')));
  });

  it('is shown as empty when it is', () => {
    assert.deepEqual(subscriptions.facts({}, context, words('en')), [{ label: '', value: 'None for now' }]);
  });
});

describe('the finder of the cart', () => {
  const buttons = (values: Values) =>
    parts(subscriptions.body({ words: words('en'), context, token: 'd.1', values, faults: {} }, 0)).filter(
      ({ title }) => title === 'Add',
    );

  it('lists ten offers before anything is typed', () => assert.equal(buttons({}).length, 10));

  it('offers no add-on without its base, and does with it', () => {
    const data = (values: Values) => JSON.stringify(buttons({ ...values, find: addOn.name }).map((one) => one['data']));
    const base = offers.find(({ id }) => addOn.addOnTo.includes(id)) ?? first;
    assert.ok(!data({}).includes(addOn.id));
    assert.ok(data(cartValues([newCartRow(base)])).includes(addOn.id));
  });

  it('finds whatever is typed, or says what to try', () => {
    fc.assert(
      fc.property(anyText(20), (find) => buttons({ find }).length <= 10),
      { numRuns: 30 },
    );
  });

  it('gives way when the cart is full', () => {
    assert.equal(buttons(cartValues(Array.from({ length: 15 }, () => newCartRow(first)))).length, 0);
  });
});
