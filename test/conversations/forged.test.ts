import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { newest, client, type Client } from '../client.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import {
  type Answers,
  answersIn,
  changed,
  openSection,
  partnerOf,
  says,
  toReview,
  walkTo,
  filled,
  asks,
  holds,
} from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('forged presses', () => {
  const bot = useTestBot();
  const at = async (section: 'company' | 'contact' | 'subscriptions' | 'review'): Promise<Client> => {
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await walkTo(user, section, answersIn());
    return user;
  };
  /** Nothing was recorded, and the conversation goes on from the card it is at. */
  const goesOn = async (user: Client, answers: Answers = answersIn()): Promise<void> => {
    assert.deepEqual(await bot().customersOf(partner), []);
    assert.deepEqual(await bot().jobsOf(partner), []);
    if (user.title() === t('form.notUnderstood')) await user.press('continueDraft');
    await walkTo(user, 'review', answers);
    assert.ok(!bot().log.some((line) => line.includes('turn failed')), 'no turn failed');
  };

  const values: readonly { readonly what: string; readonly value: object }[] = [
    { what: 'a list', value: { companyName: ['Alpine'] } },
    { what: 'an object', value: { companyName: { toString: 'x' } } },
    { what: 'null', value: { companyName: null } },
    { what: 'nothing', value: { companyName: undefined } },
  ];
  for (const { what, value } of values) {
    it(`with ${what} for a text count as an empty input`, async () => {
      const user = await at('company');
      await user.send(user.pressed('next', filled(user, answersIn()), undefined, value));
      assert.equal(user.faults()['companyName'], t('required.companyName'));
      await goesOn(user);
    });
  }

  for (const value of [42, true, 1e21]) {
    it(`with ${String(value)} for a text are read as the text`, async () => {
      const user = await at('company');
      await user.send(user.pressed('next', { domainPrefix: '' }, undefined, { addressLine1: value }));
      assert.equal(user.inputs()['addressLine1']?.value, String(value));
      await goesOn(user);
    });
  }

  it('with 200 KB in one input get a message beside it', async () => {
    const user = await at('company');
    await user.send(user.pressed('next', { ...filled(user, answersIn()), city: 'x'.repeat(200_000) }));
    assert.equal(user.faults()['city'], t('fault.tooLong', { n: 100 }));
    await goesOn(user);
  });

  it('with 200 KB in every input are refused whole, and the next is taken', async () => {
    const user = await at('company');
    const huge = Object.fromEntries(['companyName', 'city'].map((name) => [name, 'x'.repeat(200_000)]));
    assert.equal(await user.send(user.pressed('next', huge)), 413);
    await goesOn(user);
  });

  it('with fields nobody asked for drop them', async () => {
    const user = await at('contact');
    const extra = {
      role: 'intruder',
      microsoftId: 'intruder',
      revision: '99',
      constructor: 'x',
      'a.b': 'x',
    };
    await user.send(user.pressed('next', filled(user, answersIn()), undefined, extra));
    assert.ok(asks(user, 'subscriptions'));
    await goesOn(user);
    assert.ok(!(await everythingIn(bot().folder)).includes('intruder'));
  });

  it('with __proto__ change no other object', async () => {
    const user = await at('contact');
    const value: unknown = JSON.parse(
      `{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"verb":"next"}`,
    );
    const { token } = user.pressed('next').value as { token: string }; // what `pressed` made
    await user.send({ value: { ...(value as object), token } });
    assert.ok(!('polluted' in {}));
    assert.equal(openSection(user), 'contact');
    await goesOn(user);
  });

  it('of another form’s fields leave the open card as it is', async () => {
    const user = await at('contact');
    await user.send(user.pressed('next', {}, undefined, answersIn().company));
    assert.deepEqual(Object.keys(user.faults()), ['', 'firstName', 'lastName', 'email', 'accepted']);
    await goesOn(user);
  });

  it('of a choice that is not in the list get a message beside it', async () => {
    const user = await at('company');
    const typed = {
      ...filled(user, answersIn()),
      state: 'Bavaria',
      culture: 'xx-XX',
      qualification: 'nonprofit',
    };
    await user.press('next', typed);
    assert.deepEqual(Object.keys(user.faults()), ['', 'state', 'culture', 'qualification']);
    await goesOn(user, changed(answersIn(), { company: { culture: 'es-US', qualification: 'none' } }));
  });

  const verbs = [
    '',
    'no-such-verb',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'submit',
    'use',
    'update',
  ];
  for (const section of ['company', 'subscriptions', 'review'] as const) {
    it(`of unknown verbs show the present card again (${section})`, async () => {
      const user = await at(section);
      for (const verb of section === 'review' ? verbs.filter((one) => one !== 'submit') : verbs) {
        await user.send(user.pressed('cancel', {}, undefined, { verb }));
        assert.equal(openSection(user), section, verb);
      }
      await goesOn(user);
    });
  }

  it('keep the cart when their verb is unknown', async () => {
    const user = await at('subscriptions');
    await user.press(newest(user, 'add'));
    for (const verb of ['toString', 'constructor', 'no-such-verb']) {
      await user.send(user.pressed('next', { 'count-0': '7' }, undefined, { verb }));
      assert.equal(user.inputs()['count-0']?.value, '7', verb);
    }
  });

  it('of unknown commands, languages, drafts and sections show a card', async () => {
    const user = await at('review');
    for (const value of [
      { verb: 'command', argument: '__proto__' },
      { verb: 'command', argument: '' },
      { verb: 'setLanguage', argument: 'tlh' },
      { verb: 'continueDraft', argument: '../../people' },
      { verb: 'deleteDraft', argument: '__proto__' },
      { verb: 'discardDraft', argument: '' },
      { verb: 'customer', argument: '../customers' },
      { verb: 'customers', argument: '\u0000' },
      { verb: 'finish', argument: 'x'.repeat(4000) },
    ]) {
      await user.send({ value });
      assert.ok(user.lines().length > 0 || user.cards().length > 0, value.verb);
    }
    await user.say('drafts');
    await user.press('continueDraft');
    await user.press('update company');
    await user.send(user.pressed('next', {}, undefined, { verb: 'update', argument: 'toString' }));
    await goesOn(user);
  });

  for (const value of ['next', 42, true, [], [{ verb: 'next' }], {}, null]) {
    it(`that are ${JSON.stringify(value)} are answered, and nothing is lost`, async () => {
      const user = await at('contact');
      const calls = bot().connector.calls.length;
      assert.equal(await user.send({ value }), 200);
      assert.ok(bot().connector.calls.length > calls);
      await goesOn(user);
    });
  }

  it('of Submit before the review submit nothing', async () => {
    const user = await at('company');
    await user.send(user.pressed('next', {}, undefined, { verb: 'submit' }));
    assert.equal(openSection(user), 'company');
    await goesOn(user);
  });

  it('of a token with another revision or draft are out of date', async () => {
    const user = await at('contact');
    const { token } = user.pressed('next').value as { token: string }; // what `pressed` made
    const [draft, revision] = token.split('.');
    for (const other of [`${draft ?? ''}.${String(Number(revision) + 1)}`, `x.${revision ?? ''}`, '', '.', 'NaN.NaN']) {
      await user.send(user.pressed('next', filled(user, answersIn()), undefined, { token: other }));
      assert.ok(says(user, t('outdated')), other);
      assert.equal(openSection(user), 'contact');
    }
    await goesOn(user);
  });

  it('cannot change what was accepted without being judged', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    await toReview(user, changed(answersIn(), { company: { companyName: 'Alpine Ski House' } }));
    await user.send(user.pressed('cancel', {}, undefined, { verb: 'next', companyName: 'x', accepted: 'false' }));
    assert.ok(holds(user, 'Alpine Ski House'));
    await goesOn(user);
  });
});
