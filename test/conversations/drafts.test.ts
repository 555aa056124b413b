import assert from 'node:assert/strict';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { words } from '../../locales/words.ts';
import { titleOf } from '../cardReading.ts';
import { newest, client, type Client } from '../client.ts';
import { everythingIn, startTestBot, useTestBot } from '../testBot.ts';
import { answersIn, changed, partnerOf, submit, toReview, walkTo, openSection, filled, asks, holds } from './walk.ts';

const { t } = words('en');
const day = 24 * 60 * 60 * 1000;
const named = (companyName: string) => changed(answersIn(), { company: { companyName } });

describe('drafts', () => {
  const bot = useTestBot();
  const open = (user?: string): Client =>
    client(bot(), { manner: 'teams', partner: partnerOf(2), ...(user === undefined ? {} : { user }) });
  /** Begins a customer and leaves it at its primary contact. */
  const begin = async (user: Client, companyName: string): Promise<void> => {
    await user.say('add customer');
    if (user.title() === t('section.unfinished')) await user.press('newDraft');
    await walkTo(user, 'contact', named(companyName));
  };
  const listed = (user: Client): string[] =>
    user.texts().filter((text) => /^(?:Alpine|Contoso|Fourth|Number)/.test(text));
  const later = (days: number): void => {
    bot().clock.now = new Date(bot().clock.now.getTime() + days * day);
  };

  it('are several, listed with the latest first, each continued where it was', async () => {
    const user = open();
    await begin(user, 'Alpine Ski House');
    await begin(user, 'Contoso Suites');
    await user.press('next', filled(user, answersIn()));
    await user.say('drafts');
    assert.deepEqual(listed(user), ['Contoso Suites', 'Alpine Ski House']);
    const [, id] = JSON.stringify(user.card().content).match(/Alpine.*?"continueDraft","argument":"(\w+)"/) ?? [];
    await user.press(`continueDraft ${id ?? ''}`);
    assert.equal(openSection(user), 'contact');
    await walkTo(user, 'review', answersIn());
    assert.ok(holds(user, 'Alpine Ski House'));
    await submit(user);
    await user.say('drafts');
    assert.deepEqual(listed(user), ['Contoso Suites']);
  });

  it('are offered before a new one is begun', async () => {
    const user = open();
    await begin(user, 'Alpine Ski House');
    await user.say('add customer');
    assert.deepEqual(user.buttons(), [
      t('button.continue'),
      t('button.drafts'),
      t('button.startNew'),
      t('button.help'),
    ]);
    assert.ok(user.texts().includes(t('drafts.continue', { name: 'Alpine Ski House', n: 2, m: 4 })));
    await user.press('continueDraft');
    assert.equal(openSection(user), 'contact');
  });

  it('are deleted from the list after one question', async () => {
    const user = open();
    await begin(user, 'Alpine Ski House');
    await user.say('drafts');
    await user.press('deleteDraft');
    assert.equal(user.title(), t('drafts.deleteTitle'));
    assert.ok(user.texts().includes('Alpine Ski House'));
    await user.press('discardDraft');
    assert.ok(user.texts().includes(t('drafts.none')));
    await user.say('hello');
    assert.ok(!user.has('continueDraft'));
  });

  it('are twenty at most', async () => {
    const user = open();
    for (let number = 1; number <= 20; number += 1) await begin(user, `Number ${String(number)}`);
    await user.say('add customer');
    await user.press('newDraft');
    assert.deepEqual(user.lines(), [t('drafts.full')]);
    assert.equal(listed(user).length, 20);
    await user.press(newest(user, 'deleteDraft'));
    await user.press('discardDraft');
    await begin(user, 'Number 21');
    await user.say('drafts');
    assert.deepEqual([listed(user).length, listed(user)[0]], [20, 'Number 21']);
  });

  it('are twenty at most when a recorded customer is taken as one', async () => {
    const user = open();
    await toReview(user, named('Alpine Ski House'));
    await submit(user);
    for (let number = 1; number <= 20; number += 1) await begin(user, `Number ${String(number)}`);
    await user.say('customers');
    await user.press(newest(user, 'customer'));
    await user.press('customerDetails');
    await user.press('asDraft');
    assert.deepEqual(user.lines(), [t('drafts.full')]);
    assert.equal(listed(user).length, 20);
  });

  it('are kept for ninety days after they were touched, and say until when', async () => {
    const user = open();
    bot().clock.now = new Date('2026-04-01T00:00:00.000Z');
    await begin(user, 'Alpine Ski House');
    await user.say('drafts');
    assert.ok(
      user.texts().some((text) => text.endsWith(words('en').day('2026-06-30'))),
      user.texts().join('\n'),
    );
    later(89);
    await user.press('continueDraft');
    await user.press('next', filled(user, answersIn()));
    later(89);
    await user.say('drafts');
    assert.deepEqual(listed(user), ['Alpine Ski House']);
  });

  it('cannot be continued once they are gone, which is said', async () => {
    const user = open();
    await begin(user, 'Alpine Ski House');
    await user.say('drafts');
    const list = user.card();
    await user.press('deleteDraft');
    await user.press('discardDraft');
    assert.ok(user.texts().includes(t('drafts.none')));
    await user.press('continueDraft', {}, list);
    assert.deepEqual(user.lines(), [t('outdated.gone')]);
    assert.equal(user.title(), 'Customer Desk');
  });

  it('are offered on hello after a restart', async () => {
    const user = open();
    await begin(user, 'Contoso Suites');
    await bot().restart();
    await user.say('hi');
    assert.ok(user.texts().includes('Contoso Suites') && user.has('continueDraft '), user.texts().join('\n'));
    await user.press('continueDraft');
    await walkTo(user, 'review', answersIn());
    await submit(user);
  });

  it('go on from the card that was open before a restart', async () => {
    const user = open();
    await begin(user, 'Contoso Suites');
    await bot().restart();
    await user.press('next', filled(user, answersIn()));
    assert.ok(asks(user, 'subscriptions'));
  });

  it('are there after the process was killed, with all that was accepted', async () => {
    const user = open();
    await begin(user, 'Contoso Suites');
    // What a killed process leaves is what is on the disk at that moment; its lock dies with it.
    const left = `${bot().folder}-left`;
    await cp(bot().folder, left, { recursive: true });
    await rm(join(left, 'lock'), { recursive: true });
    const next = await startTestBot({ folder: left, now: bot().clock.now });
    try {
      const same = client(next, { manner: 'teams', partner: partnerOf(2), user: user.user });
      await same.hello();
      assert.ok(same.texts().includes('Contoso Suites') && same.has('continueDraft '), same.texts().join('\n'));
      await same.press('continueDraft');
      await walkTo(same, 'review', answersIn());
      assert.ok(holds(same, 'Contoso Suites'));
      await submit(same);
    } finally {
      await next.stop();
    }
  });

  it('are begun from a recorded customer: its company stands typed, but not its domain, its people or its acceptance', async () => {
    const user = open();
    const original = changed(answersIn(), {
      company: { companyName: 'Fourth Coffee' },
      contact: { firstName: 'Vera', lastName: 'Original', email: 'vera@fourth.example' },
      agreement: { signer: 'other', dateAccepted: '2026-01-15' },
      signer: { firstName: 'Otto', lastName: 'Signer', email: 'otto@fourth.example' },
    });
    await toReview(user, original);
    await submit(user);
    await user.say('customers');
    await user.press(newest(user, 'customer'));
    await user.press('customerDetails');
    await user.press('asDraft');
    assert.ok(user.texts().includes(t('customer.copied', { name: 'Fourth Coffee' })));
    const before = bot().connector.calls.length;
    assert.equal(user.inputs()['companyName']?.value, 'Fourth Coffee');
    assert.equal(user.inputs()['domainPrefix']?.value, '');
    await user.press('next');
    assert.deepEqual([openSection(user), user.inputs()['email']?.value], ['contact', '']);
    assert.notEqual(user.inputs()['accepted']?.value, 'true');
    assert.notEqual(user.inputs()['dateAccepted']?.value, '2026-01-15', 'the day of the other customer');
    assert.notEqual(user.inputs()['signer']?.value, 'other', 'the signer of the other customer');
    await user.press('next');
    assert.ok(asks(user, 'contact') && user.faults()['accepted'] !== undefined, 'nothing was accepted for it');
    await walkTo(user, 'review', answersIn());
    await submit(user);
    const shown = JSON.stringify(bot().connector.calls.slice(before));
    for (const theirs of ['Vera', 'Original', 'vera@', 'Otto', 'Signer', 'otto@', '2026-01-15'])
      assert.ok(!shown.includes(theirs), theirs);
    const [copy] = await bot().customersOf(partnerOf(2));
    assert.deepEqual(
      [copy?.sections['contact']?.['email'], copy?.sections['agreement']?.['dateAccepted'], copy?.sections['signer']],
      ['ana.lima@alpineskihouse.example', '2026-03-01', undefined],
    );
  });

  it('go on by Add customer when whether to stop was asked', async () => {
    const user = open();
    await user.say('add customer');
    const first = user.title();
    await user.say('cancel');
    await user.say('add customer');
    assert.equal(user.title(), first);
    await begin(user, 'Contoso Suites');
    await user.say('cancel');
    await user.say('add customer');
    await user.press('continueDraft');
    assert.equal(openSection(user), 'contact');
  });

  it('are asked about by the name that was typed last', async () => {
    const user = open();
    await begin(user, 'Contoso Suites');
    await user.press('back');
    await user.press('cancel', { companyName: 'Contoso Hotels' });
    assert.ok(holds(user, 'Contoso Hotels') && !holds(user, 'Contoso Suites'), user.texts().join('\n'));
  });

  it('leave nothing behind when they are deleted', async () => {
    const user = open();
    await begin(user, 'Verschwundene Werke GmbH & Co. KG');
    assert.ok((await everythingIn(bot().folder)).includes('Verschwundene'));
    await user.say('cancel');
    await user.press('discard');
    // The draft deleted last is kept for Undo, until another one is.
    await begin(user, 'Contoso Suites');
    await user.say('cancel');
    await user.press('discard');
    await bot().restart();
    assert.ok(!(await everythingIn(bot().folder)).includes('Verschwundene'));
  });

  for (const manner of ['teams', 'emulator'] as const)
    it(`come back by Undo into the list they were deleted from: ${manner}`, async () => {
      const user = client(bot(), { manner, locale: 'en-US' });
      await begin(user, 'Contoso Suites');
      await begin(user, 'Fourth Coffee');
      await user.say('drafts');
      await user.press(newest(user, 'deleteDraft'));
      await user.press('discardDraft');
      assert.deepEqual(listed(user), ['Contoso Suites']);
      const undo = user.pressed('restoreDraft');
      await user.send(undo);
      assert.deepEqual(listed(user).toSorted(), ['Contoso Suites', 'Fourth Coffee']);
      assert.ok(!user.has('restoreDraft'));
      const shown = user.cards().length;
      await user.send(undo);
      assert.equal(user.cards().length, shown);
      const lists = user.cards().filter((one) => titleOf(one) === t('drafts.title')).length;
      if (manner === 'teams') assert.equal(lists, 1, 'no list is left without it');
    });

  for (const manner of ['teams', 'emulator'] as const) {
    it(`come back by Undo, opened where they were, until another one is deleted or a day has gone: ${manner}`, async () => {
      const user = client(bot(), { manner, locale: 'en-US' });
      await begin(user, 'Contoso Suites');
      const before = user.title();
      await user.say('cancel');
      await user.press('discard');
      const deleted = user.cards().findLast((one) => JSON.stringify(one.content).includes('restoreDraft'));
      assert.ok(deleted);
      const undo = user.pressed('restoreDraft', {}, deleted);
      for (const text of ['drafts', 'верни черновик']) {
        await user.say(text);
        assert.deepEqual(listed(user), []);
        assert.ok(user.has('restoreDraft'), 'to whoever asks in words');
        assert.ok(user.texts().includes(t('drafts.deletedBefore', { name: 'Contoso Suites' })));
      }
      await bot().restart();
      await user.send(undo);
      assert.equal(user.title(), before);
      // Pressed again, it is the same draft, and no second card of it.
      const shown = user.cards().length;
      await user.send(undo);
      assert.equal(user.cards().length, shown);
      assert.equal(user.title(), before);
      await user.say('drafts');
      assert.equal(user.named('continueDraft').length, 1);
      await user.press('deleteDraft');
      await user.press('discardDraft');
      bot().clock.now = new Date(bot().clock.now.getTime() + 25 * 60 * 60 * 1000);
      await user.send(undo);
      assert.ok(user.lines().includes(t('drafts.forgotten')), user.lines().join());
      assert.deepEqual(listed(user), []);
    });
  }

  it('belong to the person who began them', async () => {
    const user = open();
    await begin(user, 'Contoso Suites');
    const colleague = open();
    await colleague.say('drafts');
    assert.deepEqual(listed(colleague), []);
    const id = /"continueDraft","argument":"(\w+)"/.exec(
      JSON.stringify((await user.say('drafts'), user.card().content)),
    );
    await colleague.send({ value: { verb: 'continueDraft', argument: id?.[1] } });
    assert.deepEqual(colleague.lines(), [t('outdated.gone')]);
  });
});
