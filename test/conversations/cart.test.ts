import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { recordedOffers } from '../../partner-center/rules/catalog.ts';
import type { OrderLine } from '../../partner-center/rules/cart.ts';
import { buttonsOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, changed, partnerOf, submit, walkTo, openSection, counted, holds } from './walk.ts';

const { t } = words('en');

/** Offers of the record, and what is special about each. */
/** A base offer beside which others are added. */
const exchange = recordedOffers().find(({ name }) => name === 'Exchange Online (Plan 1)')?.id ?? '';
const e3 = '796B6B5F-613C-4E24-A17C-EBA730D49C02'; // Office 365 Enterprise E3: two plans
const phoneSystem = '4260988E-990D-479C-AE7B-F01CE8E1BB4D'; // an add-on to it
const trial = '0FA9D6B6-5923-4B5D-B16E-B7EF0A69E1B7'; // Microsoft 365 Business Trial: always 25, one a customer
const business = '61795CAB-2ABD-43F6-88E9-C9ADAE5746E0'; // Microsoft 365 Business: 1 to 300
const talent = '5B2900BC-5067-4C17-99BE-1560A8E8E6A1'; // Dynamics 365 for Talent: at least 5
const azure = 'MS-AZR-0145P'; // by usage

describe('the cart', () => {
  const bot = useTestBot();
  const atCart = async (): Promise<Client> => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answersIn());
    return user;
  };
  const offered = (user: Client): number => user.named('add').length;
  // As if each were found first; that is tried by itself.
  const add = async (user: Client, ...offers: readonly string[]): Promise<void> => {
    for (const argument of offers) await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument }));
  };
  const ordered = (): readonly OrderLine[] => bot().partnerCenter.of('order').at(-1)?.request as readonly OrderLine[];
  /** The counts of the lines in the order they were added: the card shows the newest first. */
  const counts = (user: Client): string[] =>
    Object.entries(user.inputs())
      .toReversed()
      .flatMap(([name, { value }]) => (name.startsWith('count') ? [value] : []));

  it('lists ten usable offers before anything is typed', async () => {
    const user = await atCart();
    assert.equal(offered(user), 10);
    assert.ok(user.texts().includes(t('cart.empty')));
  });

  it('finds an offer by a few letters, adds it, and keeps what was looked for', async () => {
    const user = await atCart();
    await user.press('find', { find: 'o365 e3' });
    assert.ok(user.texts().includes('Office 365 Enterprise E3'), user.texts().join('\n'));
    await user.press(`add ${e3}`);
    assert.deepEqual(counts(user), ['1']);
    assert.equal(user.inputs()['find']?.value, 'o365 e3');
  });

  it('adds what was typed into the search without pressing Find first', async () => {
    const user = await atCart();
    await user.press('find', { find: 'enterprise e3' });
    await user.press(`add ${e3}`, { find: 'phone' });
    assert.ok(user.texts().includes('Phone System'));
  });

  it('shows an offer that was just added first, says that it is in the cart, and keeps it in its place', async () => {
    const user = await atCart();
    await add(user, exchange, e3);
    const names = Object.keys(user.inputs()).filter((name) => name.startsWith('count'));
    assert.deepEqual(names, ['count-1', 'count-0']);
    assert.ok(user.texts().includes(t('cart.added', { name: 'Office 365 Enterprise E3' })));
    await user.press('find', { find: 'o365' });
    assert.deepEqual(
      Object.keys(user.inputs()).filter((name) => name.startsWith('count')),
      names,
      'it stays where it was seen',
    );
    assert.ok(!user.texts().includes(t('cart.added', { name: 'Office 365 Enterprise E3' })));
    await user.press('next', { 'count-0': '3', 'count-1': '12' });
    await submit(user);
    assert.deepEqual(
      ordered().map(({ offerId, quantity }) => [offerId, quantity]),
      [
        [exchange, 3],
        [e3, 12],
      ],
    );
  });

  it('offers first what the partner’s customers bought, the most sold before the others', async () => {
    const partner = partnerOf(1);
    const buy = async (...offers: readonly string[]): Promise<void> => {
      const user = client(bot(), { manner: 'teams', partner });
      await user.say('add customer');
      await walkTo(user, 'subscriptions', answersIn(partner.country));
      await add(user, ...offers);
      await user.press('next');
      await submit(user);
    };
    await buy(exchange, talent);
    await buy(talent);
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answersIn(partner.country));
    const found = buttonsOf(user.card()).flatMap(({ data }) => (data['verb'] === 'add' ? [data['argument']] : []));
    assert.deepEqual(found.slice(0, 2), [talent, exchange]);
  });

  it('says what to try when nothing is found', async () => {
    const user = await atCart();
    await user.press('find', { find: 'no such thing' });
    assert.equal(offered(user), 0);
    assert.ok(user.texts().includes(t('cart.noHits')));
  });

  it('changes counts in place and orders them, with the plan that was chosen', async () => {
    const user = await atCart();
    await add(user, e3, business);
    await user.press('next', { 'count-0': '12', 'plan-0': '1', 'count-1': '３００' });
    assert.ok(holds(user, counted(12, 'Office 365 Enterprise E3')));
    await submit(user);
    assert.deepEqual(
      ordered().map(({ offerId, term, billing, quantity }) => [offerId, term, billing, quantity]),
      [
        [e3, 'P1Y', 'monthly', 12],
        [business, 'P1Y', 'annual', 300],
      ],
    );
  });

  it('removes a line, and the counts of the others stay', async () => {
    const user = await atCart();
    await add(user, e3, business, talent);
    await user.press('remove 1', { 'count-0': '3', 'count-1': '4', 'count-2': '5' });
    assert.deepEqual(counts(user), ['3', '5']);
    await user.press('remove 0');
    assert.deepEqual(counts(user), ['5']);
  });

  it('keeps counts that were typed while another offer is added or looked for', async () => {
    const user = await atCart();
    await add(user, e3);
    await user.press('find', { find: 'talent', 'count-0': '99' });
    await user.press(`add ${talent}`);
    assert.deepEqual(counts(user), ['99', '5']);
  });

  it('sells by usage without a count', async () => {
    const user = await atCart();
    await add(user, azure);
    assert.deepEqual(counts(user), []);
    await user.press('next');
    await submit(user);
    assert.ok(!('quantity' in (ordered()[0] ?? {})));
  });

  it('goes on without any', async () => {
    const user = await atCart();
    bot().partnerCenter.calls.length = 0;
    await user.press('next');
    await submit(user);
    assert.equal(ordered(), undefined);
    assert.ok(!user.texts().includes(t('section.subscriptions')));
  });

  const bad: readonly {
    readonly what: string;
    readonly offer: string;
    readonly count: string;
    readonly fault: string;
  }[] = [
    { what: 'no number', offer: e3, count: '', fault: t('fault.cart.quantity-missing') },
    { what: 'half a license', offer: e3, count: '1.5', fault: t('fault.cart.quantity-not-whole', { sample: '1000' }) },
    { what: 'a word', offer: e3, count: 'ten', fault: t('fault.cart.quantity-not-whole', { sample: '1000' }) },
    { what: 'none', offer: e3, count: '0', fault: t('fault.cart.quantity-min', { min: 1 }) },
    { what: 'less than the fewest', offer: talent, count: '4', fault: t('fault.cart.quantity-min', { min: 5 }) },
    { what: 'a word', offer: business, count: 'ten', fault: t('fault.cart.quantity-not-whole', { sample: '300' }) },
    { what: 'more than the most', offer: business, count: '301', fault: t('fault.cart.quantity-max', { max: 300 }) },
    { what: 'another count of a trial', offer: trial, count: '26', fault: t('fault.cart.quantity-fixed', { min: 25 }) },
  ];
  for (const { what, offer, count, fault } of bad) {
    it(`refuses ${what}, beside the count, which stays as typed`, async () => {
      const user = await atCart();
      await add(user, exchange, offer);
      await user.press('next', { 'count-1': count });
      assert.deepEqual(user.faults(), { '': t('form.faults', { n: 1 }), 'count-1': fault });
      assert.deepEqual(counts(user)[1], count);
    });
  }

  it('gives a trial its count', async () => {
    const user = await atCart();
    await add(user, trial);
    assert.deepEqual(counts(user), ['25']);
    assert.ok(user.inputs()['count-0']?.label.includes(t('cart.fixed', { n: 25 })));
  });

  it('keeps the fixed number of an offer for which another one is typed, in four languages, and says so at once', async () => {
    const told = t('cart.fixedNumber', { name: 'Microsoft 365 Business Trial', n: 25 });
    const user = await atCart();
    for (const text of [
      'add 30 Microsoft 365 Business Trial',
      'make it 40',
      'сделай 40',
      '改成 40 個',
      '改成 40 个',
      '3 more Microsoft 365 Business Trial',
    ]) {
      await user.press('find', { find: 'o365' });
      assert.ok(!user.texts().includes(told), text);
      await user.say(text);
      assert.deepEqual(counts(user), ['25'], text);
      assert.ok(user.texts().includes(told), `${text}: ${user.texts().join(' | ')}`);
    }
    await user.press('next');
    assert.deepEqual(user.faults(), {});
    assert.ok(holds(user, counted(25, 'Microsoft 365 Business Trial')));
  });

  it('keeps the fixed number of an offer that is found by the name typed with another number', async () => {
    const user = await atCart();
    await user.say('add 30 trial');
    await user.press(`add ${trial}`);
    assert.deepEqual(counts(user), ['25']);
    assert.ok(user.texts().includes(t('cart.fixedNumber', { name: 'Microsoft 365 Business Trial', n: 25 })));
    await user.press('find', { find: 'o365' });
    assert.ok(!user.texts().includes(t('cart.fixedNumber', { name: 'Microsoft 365 Business Trial', n: 25 })));
  });

  it('takes an offer that is in the cart already for one more of it, and says so at once', async () => {
    const user = await atCart();
    const name = 'Office 365 Enterprise E3';
    await add(user, e3, exchange, e3);
    assert.deepEqual(counts(user), ['2', '1']);
    assert.ok(user.texts().includes(t('cart.raised', { name, count: '2' })), user.texts().join('\n'));
    await user.press(`add ${e3}`, { 'count-0': '24' });
    assert.deepEqual(counts(user), ['25', '1']);
    await user.press('find', { find: 'x' });
    assert.ok(
      !user
        .texts()
        .join('\n')
        .includes(t('cart.raised', { name, count: '25' })),
    );
  });

  it('says of a trial, of which there is one number only, that it is in the cart', async () => {
    const user = await atCart();
    await add(user, trial, trial);
    assert.deepEqual(counts(user), ['25']);
    assert.ok(
      user.texts().includes(t('cart.there', { name: 'Microsoft 365 Business Trial' })),
      user.texts().join('\n'),
    );
  });

  it('says how many offers were found, of which the first are listed', async () => {
    const user = await atCart();
    await user.press('find', { find: 'office' });
    const said = user.texts().find((text) => text.startsWith('10 of '));
    assert.ok(said !== undefined && said !== t('cart.found', { shown: 10, all: 10 }), user.texts().join('\n'));
    await user.press('find', { find: 'office 365 enterprise e3' });
    assert.ok(!user.texts().some((text) => /^\d+ of \d+:/.test(text)));
  });

  it('offers an add-on only with its base, and refuses it when the base is gone', async () => {
    const user = await atCart();
    await user.press('find', { find: 'phone system' });
    assert.ok(
      user
        .texts()
        .join('\n')
        .includes(t('cart.needsBaseOf', { base: 'Microsoft 365 E3' })),
      user.texts().join('\n'),
    );
    assert.throws(() => user.pressed(`add ${phoneSystem}`));
    await add(user, e3);
    await user.press('find', { find: 'phone system' });
    await user.press(`add ${phoneSystem}`);
    await user.press('remove 0');
    await user.press('next');
    assert.ok(
      user.faults()['count-0']?.startsWith(t('fault.cart.needsBaseOf', { base: '' }).slice(0, -2)),
      user.faults()['count-0'],
    );
    await user.press('remove 0');
    await user.press('next');
    assert.equal(user.title(), t('review.title'));
  });

  it('holds fifteen lines, says so, and takes no sixteenth', async () => {
    const user = await atCart();
    const fifteen = recordedOffers()
      .filter(
        ({ segment, addOnTo, trial: tried, unit }) =>
          segment === 'commercial' && addOnTo.length === 0 && !tried && unit === 'licenses',
      )
      .slice(0, 15);
    await add(user, ...fifteen.map(({ id }) => id));
    assert.equal(counts(user).length, 15);
    assert.ok(user.texts().includes(t('cart.full')));
    assert.equal(offered(user), 0);
    await add(user, trial);
    assert.equal(counts(user).length, 15);
    await user.press('next');
    await submit(user);
    assert.equal(ordered().length, 15);
  });

  it('takes no offer that was not offered', async () => {
    const user = await atCart();
    await add(user, 'no-such-offer', '', '__proto__');
    assert.equal(openSection(user), 'subscriptions');
    assert.ok(user.texts().includes(t('cart.empty')));
  });

  it('shows only commercial offers to a school until it is approved, and says why', async () => {
    const user = client(bot(), { partner: partnerOf(2), manner: 'teams' });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', changed(answersIn(), { company: { qualification: 'education' } }));
    assert.ok(user.texts().includes(t('cart.qualification')));
    await user.press('find', { find: 'faculty' });
    assert.equal(offered(user), 0);
  });

  it('marks the offers as samples outside the United States', async () => {
    const user = client(bot(), { partner: partnerOf(13), manner: 'teams' });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answersIn('TW'));
    assert.ok(user.texts().includes(t('cart.sample')));
    assert.ok(!(await atCart()).texts().includes(t('cart.sample')));
  });
});
