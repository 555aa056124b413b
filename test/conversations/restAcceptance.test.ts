import assert from 'node:assert/strict';
import { capitalize } from '../../lib/text.ts';
import { commandWords } from '../commandWords.ts';
import type { Locale } from '../../locales/translator.ts';
import { localeFor, words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Customer } from '../../model/customer.ts';
import { textsOf, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { recordsIn } from '../reliability/records.ts';
import { pressAny } from './existing.ts';
import { premium, useRestBot } from './restBot.ts';
import { changesOf, simulated } from './simulated.ts';
import { answersIn, changed, holds, openSection, partnerOf, walkTo, type Answers, counted } from './walk.ts';

const { t } = words('en');
const direct = partnerOf(2);
const page = cloud('global').acceptancePage ?? '';
const minute = 60_000;

const domainOf = ({ company }: Answers): string => `${company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;

describe('a customer that accepts the agreement by itself', () => {
  const bot = useRestBot({ settings: { PARTNER_CENTER_AGREEMENT: 'customer' } });
  const person = (locale: Locale = 'en', partner: Partner = direct): Client => bot().person({ partner, locale });
  const pass = (minutes: number): void =>
    void (bot().clock.now = new Date(bot().clock.now.getTime() + minutes * minute));
  const accept = ({ microsoftId }: Customer): void =>
    void bot().simulator.setCustomer(microsoftId, { directSigned: true });
  const ordersOf = async ({ domain }: Pick<Customer, 'domain'>, partner = direct): Promise<number> =>
    (await simulated(bot().simulator, partner, domain)).orders.length;
  const waiting = async ({ id }: Customer) =>
    (await recordsIn(bot().folder).changes()).find(({ customer }) => customer.record === id);
  const placed = (customer: Customer): Promise<boolean> =>
    eventually('its order is placed and over', async () => {
      const orders = await ordersOf(customer);
      assert.ok(orders < 2, 'ordered twice');
      return orders === 1 && (await waiting(customer)) === undefined;
    });
  const history = async ({ id }: Customer): Promise<string[]> =>
    (await recordsIn(bot().folder).audit())
      .filter((line) => line.record === id)
      .map(({ action, outcome }) => `${action} ${outcome}`)
      .toSorted();

  /** Submits a customer with that many subscriptions of one license; gives its record when the confirmation is there. */
  async function added(user: Client, { locale = 'en' as Locale, offers = [premium], partner = direct } = {}) {
    const answers = changed(answersIn(partner.country), { offers });
    const said = words(locale);
    await user.say(commandWords('addCustomer', locale));
    const seen = await walkTo(user, 'review', answers, locale);
    const review = user.texts();
    await user.press('submit');
    await user.until(said.t('confirmation.title'));
    const record = (await recordsIn(bot().folder).customers()).find(({ domain }) => domain === domainOf(answers));
    assert.ok(record);
    return { record, seen, review };
  }

  it(`is asked nothing about it, and its order waits, is kept over a restart, and is placed once `, async () => {
    const locale: Locale = 'ru';
    const said = words(locale);
    const user = person(locale);
    const called = bot().simulator.calls().length;
    const { record, seen, review } = await added(user, { locale });
    assert.ok(!seen.some((line) => line.startsWith(said.t('section.agreement'))), seen.join('; '));
    assert.ok(review.includes(said.t('acceptance.review')), review.join('\n'));
    const texts = user.texts();
    for (const text of [
      said.t('acceptance.text'),
      page,
      said.t('acceptance.waiting'),
      `${counted(1, 'Office 365 Business Premium', locale)} ${capitalize(said.t('order.waiting'), locale)}`,
    ])
      assert.ok(texts.includes(text), `${text}\n${texts.join('\n')}`);
    for (const twice of [said.t('acceptance.confirmed'), said.t('stage.awaited'), said.t('order.awaited')])
      assert.ok(
        !texts.some((text) => text.toLowerCase().includes(twice.toLowerCase())),
        `${twice}\n${texts.join('\n')}`,
      );
    const made = changesOf(bot().simulator.calls().slice(called)).filter(
      (call) => !call.startsWith('POST validations'),
    );
    assert.deepEqual(made, ['POST customers (app-only) 201']);
    assert.equal((await waiting(record))?.state, 'unfinished');
    await bot().restart();
    pass(6);
    await eventually('it was looked for', async () => (await waiting(record))?.awaiting?.lookedAt);
    assert.equal(await ordersOf(record), 0);
    accept(record);
    pass(31);
    await placed(record);
    await user.until(said.t('changed.title'));
    assert.ok(user.texts().includes(said.t('acceptance.done')), user.texts().join('\n'));
    assert.deepEqual(await history(record), ['customer done', 'order done']);
  });

  it('says nothing while it is looked for in vain, however often', async () => {
    const user = person();
    const { record } = await added(user);
    const told = (): number => bot().connector.calls.filter((call) => call.conversation === user.conversation).length;
    const before = told();
    let last = '';
    for (const minutes of [6, 6, 60, 300]) {
      pass(minutes);
      last = await eventually('it was looked for again', async () => {
        const at = (await waiting(record))?.awaiting?.lookedAt ?? '';
        return at > last && at;
      });
    }
    assert.equal(told(), before);
    assert.deepEqual(await history(record), ['customer done']);
    accept(record);
    pass(300);
    await placed(record);
  });

  it('is looked for at once by Check again, and its order placed when it has accepted, however often it is pressed', async () => {
    const user = person();
    const { record } = await added(user);
    const confirmation = user.card();
    await user.press('checkAgreement');
    assert.ok(user.texts().some((text) => text.includes(t('acceptance.notYet', { moment: '' }).split('.')[0] ?? '')));
    assert.ok(user.texts().includes(page));
    accept(record);
    await user.press('checkAgreement', {}, confirmation);
    await user.press('checkAgreement', {}, confirmation);
    await placed(record);
    await user.until(() => user.cards().some((card) => titleOf(card) === t('changed.title')));
    await user.press('checkAgreement', {}, confirmation);
    assert.ok(user.texts().includes(t('acceptance.done')), user.texts().join('\n'));
    assert.equal(await ordersOf(record), 1);
    await user.press('done', {}, confirmation);
    const closed = user.cards().find((card) => titleOf(card) === t('confirmation.title'));
    assert.ok(closed !== undefined && !textsOf(closed).includes(t('acceptance.text')), 'it says what is so now');
  });

  it('is seen to have accepted by a colleague who may only look, and its order is placed for the one who ordered', async () => {
    const user = person();
    const { record } = await added(user);
    accept(record);
    const colleague = person();
    await colleague.hello();
    await pressAny(colleague, 'customer', record.id);
    assert.ok(holds(colleague, capitalize(t('agreement.signed'), 'en')), colleague.texts().join('\n'));
    await placed(record);
    await user.until(t('changed.title'));
    assert.ok(!colleague.cards().some((card) => titleOf(card) === t('changed.title')));
  });

  it('gets no order that was given up, and what was chosen is a draft', async () => {
    const user = person();
    const { record } = await added(user);
    await user.press('dropChange');
    assert.ok(user.lines().includes(t('order.givenUp')), user.lines().join());
    await eventually('it is over', async () => (await waiting(record)) === undefined);
    accept(record);
    pass(600);
    await pressAny(user, 'customer', record.id);
    assert.ok(!user.texts().includes(t('acceptance.text')));
    assert.equal(await ordersOf(record), 0);
    assert.deepEqual(await history(record), ['customer done', 'order dropped']);
    await user.say('drafts');
    await user.press('continueDraft');
    assert.equal(openSection(user), 'review');
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.equal(await ordersOf(record), 1);
  });

  it('gets another order in its place, which waits as the first did', async () => {
    const user = person();
    const { record } = await added(user);
    await user.press('changeOrder');
    await user.until(() => openSection(user) === 'review');
    await user.press('update subscriptions');
    await user.press('next', { 'count-0': '7' });
    await user.press('submit');
    await user.until(t('acceptance.waitingTitle'));
    assert.ok(user.texts().includes(page));
    await bot().restart();
    accept(record);
    pass(31);
    await placed(record);
    const { orders } = await simulated(bot().simulator, direct, record.domain);
    assert.match(orders.join(), / 7$/);
  });

  it('is listed among what waits, and pressing its button there looks for it', async () => {
    const user = person();
    const { record } = await added(user);
    await user.say('drafts');
    assert.ok(
      user.texts().some((text) => text.includes(t('acceptance.waitingTitle'))),
      user.texts().join(),
    );
    accept(record);
    await user.press(`checkAgreement ${record.id}`);
    await placed(record);
  });

  it('waits for nothing without subscriptions, and says that nothing can be ordered before', async () => {
    const user = person();
    const { record, review } = await added(user, { offers: [] });
    assert.ok(review.includes(t('acceptance.reviewAlone')));
    assert.ok(user.texts().includes(t('acceptance.text')) && user.texts().includes(page));
    assert.equal(await waiting(record), undefined);
    assert.deepEqual((await recordsIn(bot().folder).jobs()).find(({ id }) => id === record.id)?.state, 'done');
  });

  for (const agreedAt of ['', '2021-05-03', '2023-03-31']) {
    it(`that exists and accepted ${agreedAt || 'never'} waits for it with its order, is told so, and gets it once`, async () => {
      const user = person();
      const { record } = await added(user, { offers: [] });
      bot().simulator.setCustomer(record.microsoftId, { agreedAt });
      await pressAny(user, 'customer', record.id);
      const day = words('en').day(agreedAt || '2021-05-03');
      const [state, text] =
        agreedAt === ''
          ? [capitalize(t('agreement.missing'), 'en'), t('acceptance.text')]
          : [capitalize(t('agreement.tooOld', { day }), 'en'), t('acceptance.old', { day })];
      assert.ok(holds(user, state), user.texts().join('\n'));
      assert.ok(user.texts().includes(text), user.texts().join('\n'));
      await user.press('addSubscription');
      await user.press(`add ${premium}`);
      await user.press('next', { 'count-0': '3' });
      await user.press('submit');
      await user.until(t('acceptance.waitingTitle'));
      assert.ok(user.texts().includes(page) && user.buttons().includes(t('button.changeOrder')));
      assert.equal(await ordersOf(record), 0);
      accept(record);
      pass(6);
      await placed(record);
      await user.until(t('changed.title'));
    });
  }

  for (const [culture, locale] of [
    ['en-US', 'en'],
    ['es-US', 'en'],
  ] as const) {
    it(`gets a text in its own language, not in the chat's (${culture})`, async () => {
      const user = person('ru');
      const ru = words('ru');
      const { record } = await added(user, { locale: 'ru' });
      await user.press('agreementText');
      assert.equal(localeFor(culture), locale);
      const theirs = words(locale);
      const text = user.inputs()['invitation']?.value ?? '';
      for (const part of [
        theirs.t('acceptance.mail', { partner: direct.name, link: page }),
        theirs.t('acceptance.account', { account: `admin@${record.domain}` }),
        theirs.t('invite.greetingCompany', { company: record.companyName }),
      ])
        assert.ok(text.includes(part), text);
      assert.equal(user.inputs()['mailTo']?.value, 'ana.lima@alpineskihouse.example');
      assert.ok(JSON.stringify(user.card().content).includes('mailto:ana.lima@alpineskihouse.example?subject='));
      assert.equal(user.title(), ru.t('button.customerText'));
      await user.press('agreementText', { mailLanguage: 'zh-TW' });
      const chosen = words('zh-TW').t('acceptance.mail', { partner: direct.name, link: page });
      assert.ok((user.inputs()['invitation']?.value ?? '').includes(chosen));
      await user.press('agreementPlain');
      assert.ok(user.texts().some((line) => line.includes(page)));
      assert.ok(
        user.cards().some((card) => titleOf(card) === ru.t('confirmation.title')),
        'its password is not covered',
      );
    });
  }

  it('waits, too, with more licenses, which take the agreement as orders do', async () => {
    const user = person();
    const { record } = await added(user);
    accept(record);
    await user.press('checkAgreement');
    await placed(record);
    for (const _look of [1, 2]) await pressAny(user, 'customer', record.id);
    bot().simulator.setCustomer(record.microsoftId, { directSigned: false });
    await user.press('subscriptions');
    await user.press('licenses');
    await user.press('setLicenses', { quantity: '2' });
    await user.until(t('acceptance.waitingTitle'));
    accept(record);
    pass(6);
    await user.until(t('changed.title'));
    assert.ok(
      user.texts().some((text) => text.includes(' 2 ')),
      user.texts().join('\n'),
    );
  });
});
