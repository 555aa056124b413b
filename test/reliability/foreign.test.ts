import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { draftPresses, plainPresses } from '../../dialogs/pressActions.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { buttonsOf, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { type Answers, asked, partnerOf, says, toReview, walkTo } from '../conversations/walk.ts';
import { startConnectedBot, type ConnectedBot } from './connectedBot.ts';
import { eventually } from '../eventually.ts';
import { personAt } from './person.ts';
import { recordsIn } from './records.ts';
import { fullAnswers, prefixOf, traceOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(5);
const others: Readonly<Record<string, Partner>> = { 'a colleague': partner, 'a user of another partner': partnerOf(2) };
const verbs = [...Object.keys(plainPresses), ...Object.keys(draftPresses)];
const dialogVerbs = [
  'next',
  'back',
  'changeCountry',
  'submit',
  'update',
  'use',
  'keep',
  'add',
  'remove',
  'find',
  'takeDomain',
];

describe('a card that is not one to be pressed', () => {
  let bot: ConnectedBot;

  before(async () => {
    bot = await startConnectedBot();
  });
  after(() => bot.clear());

  const personOf = (one: Partner): Client => personAt(bot, { partner: one });
  const at = async (goal: 'company' | 'contact' | 'review', answers: Answers): Promise<Client> => {
    const user = personOf(partner);
    await user.say('add customer');
    await walkTo(user, goal, answers);
    return user;
  };
  const draftOf = async (answers: Answers) => {
    const [draft, ...more] = await traceOf(bot.folder, answers).drafts();
    assert.ok(draft !== undefined && more.length === 0);
    return draft;
  };
  const tokenOn = (user: Client): string => {
    const token = buttonsOf(user.card()).find(({ data }) => data['token'] !== undefined)?.data['token'];
    assert.ok(token);
    return token;
  };
  const shownTo = (user: Client): string =>
    JSON.stringify(
      bot.connector.calls.filter(({ conversation }) => conversation === user.conversation).map(({ body }) => body),
    );

  for (const [name, other] of Object.entries(others)) {
    it(`does nothing with the open draft of ${name === 'a colleague' ? name : 'a user of another partner'}, whatever is pressed`, async () => {
      const answers = fullAnswers(partner);
      const owner = await at('review', answers);
      const before = await draftOf(answers);
      const thief = personOf(other);
      await thief.hello();
      for (const verb of [...verbs, ...dialogVerbs])
        for (const argument of ['', before.id, 'company'])
          assert.equal(
            await thief.send({ value: { verb, argument, token: tokenOn(owner) }, replyToId: owner.card().id }),
            200,
          );
      assert.deepEqual(await draftOf(answers), before);
      assert.deepEqual(await traceOf(bot.folder, answers).customers(), []);
      assert.ok(!shownTo(thief).includes(prefixOf(answers)));
      await owner.press('submit');
      await eventually('the owner goes on', () =>
        owner.cards().some((card) => titleOf(card) === t('confirmation.title')),
      );
    });
  }

  it('shows another partner nothing of a recorded customer, and lets it change nothing, by any id', async () => {
    const answers = fullAnswers(partner);
    const owner = await at('review', answers);
    await owner.press('submit');
    await eventually('it is confirmed', async () => (await traceOf(bot.folder, answers).jobs())[0]?.confirmedAt);
    const records = async () => [
      await traceOf(bot.folder, answers).customers(),
      await traceOf(bot.folder, answers).jobs(),
    ];
    const before = await records();
    const [record] = await traceOf(bot.folder, answers).customers();
    assert.ok(record);
    const thief = personOf(partnerOf(2));
    await thief.hello();
    for (const said of ['customers', 'drafts', record.id, prefixOf(answers)]) await thief.say(said);
    // These repeat what the press itself says: words, or buttons for them.
    const echoes = ['fillIn', 'wish', 'takeDomain', 'severalCustomers', 'findSeveral', 'orderSeveral'];
    for (const verb of verbs.filter((one) => !echoes.includes(one)))
      for (const argument of [
        record.id,
        record.microsoftId,
        record.domain,
        `${record.id}r`,
        `../${partner.tenantId}/${record.id}`,
      ])
        for (const token of ['', `${record.id}.1`])
          assert.equal(await thief.send({ value: { verb, argument, token, name: record.companyName } }), 200);
    assert.deepEqual(await records(), before);
    const seen = shownTo(thief);
    for (const secret of [record.domain, record.microsoftId, record.companyName, answers.contact?.['email'] ?? 'none'])
      assert.ok(!seen.includes(secret), secret);
    await owner.say('customers');
    assert.ok(
      owner.texts().some((text) => text.includes(record.domain)),
      owner.texts().join(),
    );
  });

  it('is answered with the present one when it is an old one, and its answers are not taken', async () => {
    const answers = fullAnswers(partner);
    const user = await at('company', answers);
    const old = user.card();
    const typed = asked(user, answers.company);
    const press = user.pressed('next', typed, old);
    await user.press('next', typed);
    await user.press('next', { ...answers.contact, firstName: 'Xaver' });
    const before = await draftOf(answers);
    await user.send({ ...press, value: { ...(press.value as object), companyName: 'Overwritten' } });
    assert.deepEqual(await draftOf(answers), before);
    assert.ok(says(user, t('outdated')));
    assert.equal(user.title(), t('section.subscriptions'));
  });

  it('takes nothing that belongs to another form, whatever the press says it is', async () => {
    const answers = fullAnswers(partner);
    const user = await at('contact', answers);
    const foreign = {
      ...answers.company,
      companyName: 'Overwritten',
      reseller: 'none',
      accepted: 'true',
      country: 'DE',
    };
    const before = await draftOf(answers);
    for (const verb of dialogVerbs.filter((one) => one !== 'back' && one !== 'changeCountry'))
      await user.send({ value: { verb, argument: 'company', token: tokenOn(user), ...foreign } });
    const after = await draftOf(answers);
    assert.deepEqual(after.accepted, before.accepted);
    assert.doesNotMatch(JSON.stringify(after), /Overwritten/);
    assert.deepEqual(await traceOf(bot.folder, answers).jobs(), []);
    assert.equal(user.title(), t('section.contact'));
  });

  it('takes named fields only, as texts of a bounded length', async () => {
    const answers = fullAnswers(partner);
    const user = await at('company', answers);
    const press = user.pressed('next', asked(user, answers.company));
    const junk = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`junk${String(index)}`, 'junk']));
    const forged = {
      addressLine2: 'x'.repeat(100_000),
      city: { toString: 'deep' },
      state: ['WA'],
      postalCode: 98101,
      constructor: 'junk',
      toString: 'junk',
      hasOwnProperty: 'junk',
    };
    const value = { ...(press.value as object), ...forged, ...junk };
    const body = JSON.stringify(user.framed({ ...press, value })).replace(
      '"city":',
      '"__proto__":{"admin":"junk"},"city":',
    );
    const response = await fetch(`${bot.url()}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    assert.equal(response.status, 200);
    assert.equal(user.title(), t('section.company'));
    const { typed } = await draftOf(answers);
    assert.doesNotMatch(JSON.stringify(typed), /junk|deep/);
    assert.ok((typed['company']?.['addressLine2'] ?? '').length <= 4_000);
    await user.press('next', { ...asked(user, answers.company), addressLine2: '' });
    assert.equal(user.title(), t('section.contact'));
  });

  it('is taken once its press is right again', async () => {
    const answers = fullAnswers(partner);
    const user = personOf(partner);
    await toReview(user, answers);
    const press = user.pressed('submit');
    const value = press.value as Record<string, unknown>;
    for (const token of ['', 'x', `${String(value['token'])}1`, { $ne: '' }, [value['token']], null])
      await user.send({ ...press, id: randomUUID(), value: { ...value, token } });
    assert.deepEqual(await traceOf(bot.folder, answers).jobs(), []);
    await user.press('submit');
    await eventually('it is confirmed', async () => (await recordsIn(bot.folder).jobs()).length > 0);
  });
});
