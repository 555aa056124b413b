import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { sendRaw } from '../bot/desk.ts';
import { cardOf, titleOf } from '../cardReading.ts';
import { newest, client, type Client, type Manner } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, openSection, partnerOf, says, submit, toReview, walkTo, filled, asks, holds } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('presses', () => {
  const bot = useTestBot();
  const open = (manner: Manner = 'teams', user?: string): Client =>
    client(bot(), { manner, ...(manner === 'teams' ? { partner } : {}), ...(user === undefined ? {} : { user }) });
  const at = async (section: 'company' | 'contact', manner?: Manner): Promise<Client> => {
    const user = open(manner);
    await user.say('add customer');
    await walkTo(user, section, answersIn());
    return user;
  };
  const recorded = async (): Promise<number> => (await bot().customersOf(partner)).length;
  const messages = (): number => bot().connector.calls.length;

  it('are taken once when the channel repeats them with the same id, soon or later', async () => {
    const user = await at('contact');
    const press = { ...user.pressed('next', filled(user, answersIn())), id: 'repeated-1' };
    await Promise.all([user.send(press), user.send(press)]);
    assert.ok(asks(user, 'subscriptions'));
    const before = messages();
    await user.send(press);
    assert.equal(messages(), before, 'nothing is said again');
    await user.press('back');
    assert.equal(openSection(user), 'contact', 'only one card was passed');
  });

  it('repeated after a restart show the present card, because the answer may have been lost', async () => {
    const user = await at('contact');
    const press = { ...user.pressed('next', filled(user, answersIn())), id: 'repeated-2' };
    await user.send(press);
    await bot().restart();
    const before = messages();
    await user.send(press);
    assert.equal(messages(), before + 1);
    assert.ok(asks(user, 'subscriptions'));
  });

  for (const manner of ['emulator', 'teams'] as const) {
    it(`made twice at once pass one card, and are answered once (${manner})`, async () => {
      const user = await at('contact', manner);
      const press = user.pressed('next', filled(user, answersIn()));
      const cards = user.cards().length;
      await Promise.all([user.send(press), user.send(press)]);
      assert.ok(asks(user, 'subscriptions'));
      assert.equal(user.cards().length, manner === 'teams' ? cards : cards + 1, 'the next card takes its place');
    });

    it(`on an old card change nothing: it says so, and the present card is shown (${manner})`, async () => {
      const user = await at('company', manner);
      const old = user.card();
      await walkTo(user, 'contact', answersIn());
      await user.press('next', { city: 'Elsewhere' }, old);
      assert.ok(says(user, t('outdated')));
      assert.equal(user.lines().length, manner === 'teams' ? 0 : 1, 'once');
      assert.equal(openSection(user), 'contact');
      await walkTo(user, 'review', answersIn());
      assert.ok(holds(user, 'Springfield'));
      assert.ok(!holds(user, 'Elsewhere'));
    });
  }

  it('that differ from the one just taken on the same card are no double press', async () => {
    const user = await at('contact', 'emulator');
    const old = user.card();
    await user.press('next', { firstName: 'Ana' }, old);
    assert.ok(user.faults()['lastName']);
    await user.press('next', filled(user, answersIn()), old);
    assert.ok(says(user, t('outdated.taken')));
    assert.equal(openSection(user), 'contact');
    assert.equal(user.inputs()['firstName']?.value, 'Ana');
    assert.equal(user.inputs()['lastName']?.value, answersIn().contact?.['lastName']);
    await user.press('next', filled(user, answersIn()));
    assert.ok(asks(user, 'subscriptions'));
  });

  for (const manner of ['emulator', 'teams'] as const) {
    it(`on a card that a typed command left behind lose no word of it (${manner})`, async () => {
      const user = await at('company', manner);
      const old = user.card();
      await user.say('cancel');
      await user.press('resume');
      assert.equal(user.inputs()['city']?.value, '');
      await user.press('next', { companyName: 'Fjord Works', city: 'Bergen' }, old);
      assert.ok(says(user, t('outdated.taken')));
      assert.equal(openSection(user), 'company');
      assert.deepEqual(
        ['companyName', 'city'].map((name) => user.inputs()[name]?.value),
        ['Fjord Works', 'Bergen'],
      );
    });
  }

  it('on a card whose question was typed meanwhile answer it by going on', async () => {
    const user = await at('company');
    const old = user.card();
    await user.say('cancel');
    await user.press('next', { city: 'Bergen' }, old);
    assert.equal(openSection(user), 'company');
    assert.equal(user.inputs()['city']?.value, 'Bergen');
  });

  it('on a card from which “back” was typed keep its words for when it comes again', async () => {
    const user = await at('contact');
    const old = user.card();
    await user.say('back');
    await user.press('next', { firstName: 'Ana', lastName: 'Lima' }, old);
    assert.ok(says(user, t('outdated.kept')));
    assert.equal(openSection(user), 'company');
    await user.press('next');
    assert.equal(openSection(user), 'contact');
    assert.equal(user.inputs()['lastName']?.value, 'Lima');
  });

  it('on an old card take nothing into what was answered since', async () => {
    const user = await at('contact');
    const old = user.card();
    await walkTo(user, 'subscriptions', answersIn());
    await user.press('next', { firstName: 'Mallory' }, old);
    await walkTo(user, 'review', answersIn());
    assert.ok(!user.texts().some((text) => text.includes('Mallory')));
  });

  it('forty at once on Submit make one customer', async () => {
    const user = open();
    await toReview(user);
    const before = await recorded();
    bot().partnerCenter.calls.length = 0;
    const press = user.pressed('submit');
    const all = await Promise.all(Array.from({ length: 40 }, () => user.send(press)));
    assert.deepEqual(new Set(all), new Set([200]));
    await user.until(() => user.cards().some((card) => titleOf(card) === t('confirmation.title')));
    await bot().restart();
    assert.equal(await recorded(), before + 1);
    assert.equal(bot().partnerCenter.of('createCustomer').length, 1);
    assert.equal(user.cards().filter((card) => titleOf(card) === t('confirmation.title')).length, 1);
  });

  it('on the review of a submitted customer say that it was submitted', async () => {
    const user = open('emulator');
    await toReview(user);
    const review = user.card();
    const before = (await bot().customersOf(partnerOf(1))).length;
    await submit(user);
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.press('submit', {}, review);
    assert.ok(says(user, t('outdated.submitted')));
    assert.equal((await bot().customersOf(partnerOf(1))).length, before + 1);
  });

  it('on Done, Take as a new draft and Continue do no more twice than once', async () => {
    const user = open('emulator');
    await toReview(user);
    await submit(user);
    const confirmation = user.card();
    await user.press('done', {}, confirmation);
    await user.press('done', {}, confirmation);
    await user.say('customers');
    await user.press(newest(user, 'customer'));
    await user.press('customerDetails');
    const details = user.card();
    await user.press('asDraft', {}, details);
    await user.press('asDraft', {}, details);
    await user.say('drafts');
    assert.equal(user.named('continueDraft').length, 1);
    await user.press('continueDraft');
    assert.equal(openSection(user), 'company');
  });

  it('of another person on my card change nothing, neither mine nor theirs', async () => {
    const mine = await at('contact');
    const theirs = open();
    await theirs.send(mine.pressed('next', { firstName: 'Mallory' }));
    assert.ok(says(theirs, t('outdated')));
    assert.equal(theirs.title(), 'Customer Desk');
    assert.equal(openSection(mine), 'contact');
    await mine.press('next', filled(mine, answersIn()));
    assert.ok(asks(mine, 'subscriptions'));
  });

  it('of another partner find no customer, draft or submission of mine', async () => {
    const mine = open();
    await toReview(mine);
    await submit(mine);
    const [customer] = await bot().customersOf(partner);
    const stranger = client(bot(), { manner: 'teams', partner: partnerOf(1), user: mine.user });
    for (const verb of ['customer', 'asDraft', 'done', 'another'])
      assert.deepEqual(
        (await stranger.send({ value: { verb, argument: customer?.id } }), stranger.lines()),
        [t('customer.gone')],
        verb,
      );
    await stranger.send({ value: { verb: 'finish', argument: customer?.id } });
    assert.deepEqual(stranger.lines(), [t('unfinished.none')]);
    assert.ok(!JSON.stringify(stranger.cards()).includes('Alpine'));
  });

  it('go to the right draft when two chats of one person are open', async () => {
    const first = await at('contact');
    const second = open('teams', first.user);
    await second.say('add customer');
    await second.press('newDraft');
    await walkTo(second, 'company', answersIn());
    await first.press('next', filled(first, answersIn()));
    assert.ok(asks(first, 'subscriptions'));
    await second.press('next', filled(second, answersIn()));
    assert.equal(openSection(second), 'contact');
  });

  it('made and texts sent forty at once in one conversation get forty answers in order', async () => {
    const user = open('emulator');
    const texts = Array.from({ length: 40 }, (_, index) =>
      index % 3 === 0 ? 'help' : `zzqx vvkw ${String(index)} pltr mnbv?`,
    );
    const sent = texts.map((text, index) => user.framed({ text, id: `order-${String(index)}` }));
    const from = messages();
    // One connection, so that they arrive in this order, and none waits for an answer to the one before.
    const requests = sent.map((activity, index) => {
      const body = JSON.stringify(activity);
      return [
        'POST /api/messages HTTP/1.1',
        'Host: 127.0.0.1',
        'Content-Type: application/json',
        `Content-Length: ${String(Buffer.byteLength(body))}`,
        ...(index === 39 ? ['Connection: close'] : []),
        '',
        body,
      ].join('\r\n');
    });
    const answers = await sendRaw(Number(new URL(bot().url()).port), requests.join(''));
    assert.equal(answers.match(/HTTP\/1\.1 200/g)?.length, 40);
    const said = bot().connector.calls.slice(from);
    assert.deepEqual(
      said.map(({ activityId }) => activityId),
      sent.map(({ id }) => id),
    );
    assert.equal(
      said.filter(({ body }) => cardOf(body)?.content['speak']?.toString().startsWith(t('form.notUnderstood'))).length,
      26,
    );
  });
});
