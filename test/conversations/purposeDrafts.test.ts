import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import type { Customer } from '../../model/customer.ts';
import { textsOf, titleOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { eventually } from '../eventually.ts';
import { useTestBot } from '../testBot.ts';
import { eraseRecord, existing, offer, pressAny } from './existing.ts';
import { answersIn, partnerOf, says, openSection, counted, holds } from './walk.ts';

const { t } = words('en');
const company = 'Alpine Ski House';
const cartName = t('purpose.subscriptions', { company });

describe('a draft about a customer that exists', () => {
  const bot = useTestBot();
  const partner = partnerOf(2);
  const open = (user?: string): Client =>
    client(bot(), { manner: 'teams', partner, ...(user === undefined ? {} : { user }) });
  const desk = async (...offers: readonly string[]): Promise<{ user: Client; customer: Customer }> => {
    const user = open();
    return { user, customer: await existing(bot(), user, partner, offers) };
  };
  /** At a cart with one line. */
  const atCart = async () => {
    const { user, customer } = await desk();
    await pressAny(user, 'addSubscription', customer.id);
    await user.press(`add ${offer.business}`, {});
    return { user, customer };
  };
  const atAccount = async (answers = answersIn()) => {
    const user = open();
    const customer = await existing(bot(), user, partner, [], answers);
    await pressAny(user, 'updateAccount', customer.id);
    return { user, customer };
  };
  const recorded = async ({ id }: Customer): Promise<Customer | undefined> =>
    (await bot().customersOf(partner)).find((one) => one.id === id);
  const count = (user: Client): string | undefined => user.inputs()['count-0']?.value;

  it('is kept by Cancel under its own name, and gone on with where it was', async () => {
    const { user } = await atCart();
    await user.press('cancel', { 'count-0': '7' });
    assert.equal(user.title(), t('cancel.purpose'));
    assert.ok(user.texts().includes(cartName));
    await user.press('keepDraft');
    await user.say('drafts');
    assert.ok(user.texts().includes(cartName));
    await user.press('continueDraft');
    assert.equal(count(user), '7');
  });

  it('is deleted by Cancel, and changes nothing', async () => {
    const { user, customer } = await atAccount();
    await user.press('update contact');
    await user.press('cancel', { firstName: 'Other' });
    await user.press('discard');
    await user.say('drafts');
    assert.ok(user.texts().includes(t('drafts.none')));
    assert.deepEqual((await recorded(customer))?.sections, customer.sections);
  });

  it('is not listed while nothing was entered', async () => {
    const { user, customer } = await desk();
    await pressAny(user, 'addSubscription', customer.id);
    await pressAny(user, 'updateAccount', customer.id);
    await user.say('drafts');
    assert.ok(user.texts().includes(t('drafts.none')));
  });

  it('goes on after a restart, in another conversation too', async () => {
    const { user } = await atCart();
    await user.press('next', { 'count-0': '9' });
    await bot().restart();
    const again = open(user.user);
    await again.say('drafts');
    await again.press('continueDraft');
    assert.equal(again.title(), t('review.title'));
    assert.ok(holds(again, counted(9, 'Microsoft 365 Business')));
    await again.press('submit');
    await again.until(t('changed.title'));
  });

  it('goes back from the review to its cart, and no further', async () => {
    const { user } = await atCart();
    await user.press('next', { 'count-0': '9' });
    await user.press('back');
    assert.equal(count(user), '9');
    assert.ok(!user.has('back'));
    await user.say('back');
    assert.equal(count(user), '9');
  });

  it('starts over with what it began with', async () => {
    const { user } = await atAccount();
    await user.press('update company');
    await user.press('next', { city: 'Seattle' });
    assert.ok(holds(user, 'Seattle'));
    await user.say('start over');
    assert.ok(user.texts().includes(t('startOver.purpose')));
    await user.press('empty');
    assert.equal(user.title(), t('review.title'));
    assert.ok(holds(user, 'Springfield'));
    assert.ok(user.texts().includes(t('review.unchanged')));
  });

  it('of account info offers Submit once something is changed, says what, and history keeps that without the values', async () => {
    const { user, customer } = await atAccount();
    assert.ok(user.texts().includes(t('review.unchanged')));
    assert.ok(!user.buttons().includes(t('button.submitChanges')));
    await user.send(user.pressed('update contact', {}, undefined, { verb: 'submit', argument: '' }));
    assert.deepEqual(user.lines(), [t('review.unchanged')], 'a forged press changes nothing');
    await user.press('update company');
    await user.press('next', { city: 'Seattle' });
    await user.press('update contact');
    await user.press('next', { email: 'other@alpine.example' });
    const fields = words('en').list(
      [t('field.city'), t('field.email')].map((text) => t('importReview.quoted', { text })),
    );
    assert.ok(user.texts().includes(t('review.changes', { fields })));
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.ok(user.texts().includes(t('change.accountFields', { fields })));
    await user.press('customer');
    await user.press('history');
    assert.ok(user.texts().includes(t('past.accountFields', { fields })));
    const lines = JSON.stringify(await bot().auditOf(partner, customer.id));
    assert.ok(!lines.includes('Seattle') && !lines.includes('other@alpine.example'));
  });

  it('speaks another language from the next card on', async () => {
    const { user } = await atCart();
    // Cards of earlier versions have the button.
    await user.send(user.pressed('cancel', { 'count-0': '4' }, undefined, { verb: 'language' }));
    await user.press('setLanguage ru');
    const ru = words('ru');
    assert.ok(user.texts().includes(ru.t('purpose.subscriptions', { company })));
    assert.equal(count(user), '4');
  });

  it('is offered before another of its kind is begun', async () => {
    const { user, customer } = await atCart();
    await user.press('find', { 'count-0': '5' });
    await pressAny(user, 'addSubscription', customer.id);
    assert.equal(user.title(), t('purpose.unfinished'));
    await user.press('beginAgain');
    assert.equal(count(user), undefined);
    await user.press(`add ${offer.business}`);
    await user.press('find', { 'count-0': '6' });
    await user.say('drafts');
    assert.equal(user.texts().filter((text) => text === cartName).length, 2);
    await pressAny(user, 'updateAccount', customer.id);
    assert.equal(user.title(), t('review.title'), 'of another kind there was none');
    await user.say('add customer');
    assert.equal(user.title(), t('section.company'), 'nor of a new customer');
  });

  it('is one, however often its button is pressed', async () => {
    const { user, customer } = await desk();
    await user.say('customers');
    const list = user.card();
    const again = (): Promise<number> =>
      user.send(user.pressed(`customer ${customer.id}`, {}, list, { verb: 'addSubscription', argument: customer.id }));
    await again();
    const first = user.card();
    await again();
    await user.press(`add ${offer.business}`, {}, first);
    assert.equal(count(user), '1');
  });

  it('does not take the answers of an old card', async () => {
    const { user } = await atCart();
    const old = user.card();
    await user.press('next', { 'count-0': '3' });
    await user.press('next', { 'count-0': '200' }, old);
    assert.ok(holds(user, counted(3, 'Microsoft 365 Business')));
  });

  it('is submitted once, and says so on its old cards', async () => {
    const { user } = await atCart();
    await user.press('next');
    const review = user.card();
    await user.press('submit');
    await user.until(t('changed.title'));
    await user.press('submit', {}, review);
    assert.deepEqual(user.lines(), [], 'pressed twice');
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.press('submit', {}, review);
    assert.ok(says(user, t('outdated.change')));
  });

  it('goes with the record when that is deleted, also a colleague’s', async () => {
    const { user, customer } = await atCart();
    const cart = user.card();
    const colleague = open();
    await colleague.say('customers');
    await pressAny(colleague, 'updateAccount', customer.id);
    await colleague.press('update company');
    const theirs = colleague.card();
    await eraseRecord(user, customer.id);
    await user.press('next', {}, cart);
    assert.ok(says(user, t('outdated')));
    await bot().restart();
    await colleague.press('next', { city: 'Seattle' }, theirs);
    assert.ok(says(colleague, t('outdated')));
  });

  describe('of account info', () => {
    it('is judged by the country’s rules, beside each input', async () => {
      const { user } = await atAccount();
      await user.press('update company');
      assert.equal(user.inputs()['domainPrefix'], undefined);
      await user.press('next', { postalCode: '1234', companyName: 'Inc.' });
      assert.deepEqual(user.faults(), {
        '': t('form.faults', { n: 2 }),
        companyName: t('fault.nameAbbreviation'),
        postalCode: t('fault.postalCode.zip', { sample: '98052' }),
      });
      await user.press('next', { postalCode: '98101', companyName: company, city: 'Seattle' });
      await user.press('update contact');
      await user.press('next', { email: 'someone@microsoft.com' });
      assert.equal(user.faults()['email'], t('fault.emailMicrosoft'));
    });

    it('offers the address Partner Center suggests', async () => {
      const { user, customer } = await atAccount();
      await user.press('update company');
      await user.press('next', { addressLine1: '1 Microsoft Way', city: 'Redmond', postalCode: '98052' });
      assert.equal(user.title(), t('address.title'), user.texts().join('\n'));
      await user.press('use 0');
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.match((await recorded(customer))?.sections['company']?.['postalCode'] ?? '', /^98052-/);
    });

    it('changes no domain and no country, whatever is pressed', async () => {
      const { user, customer } = await atAccount();
      await user.press('update company');
      await user.send(user.pressed('next', {}, undefined, { verb: 'changeCountry', country: 'DE' }));
      assert.equal(openSection(user), 'company');
      await user.send(user.pressed('next', { city: 'Seattle' }, undefined, { domainPrefix: 'stolen', gdap: 'false' }));
      assert.equal(user.title(), t('review.title'));
      for (const argument of ['agreement', 'country', 'reseller', 'subscriptions', 'qualification']) {
        await user.send(user.pressed('submit', {}, undefined, { verb: 'update', argument }));
        assert.equal(user.title(), t('review.title'));
      }
      await user.press('submit');
      await user.until(t('changed.title'));
      const after = await recorded(customer);
      assert.equal(after?.domain, customer.domain);
      assert.deepEqual(after?.sections['company'], { ...customer.sections['company'], city: 'Seattle' });
      assert.ok(!JSON.stringify(bot().partnerCenter.of('updateBilling')).includes('stolen'));
    });

    it('takes over what a colleague changed meanwhile, and shows it first', async () => {
      const { user, customer } = await atAccount();
      const colleague = open();
      await colleague.say('customers');
      await pressAny(colleague, 'updateAccount', customer.id);
      await user.press('update contact');
      await user.press('next', { firstName: 'Bruna' });
      await colleague.press('update company');
      await colleague.press('next', { city: 'Seattle' });
      await colleague.press('submit');
      await colleague.until(t('changed.title'));
      await user.press('submit');
      assert.deepEqual(user.lines(), [t('review.meanwhile')]);
      assert.ok(holds(user, 'Seattle'));
      assert.ok(holds(user, 'Bruna'));
      await user.press('submit');
      await user.until(t('changed.title'));
      const { sections } = (await recorded(customer)) ?? {};
      assert.deepEqual([sections?.['company']?.['city'], sections?.['contact']?.['firstName']], ['Seattle', 'Bruna']);
    });

    it('leaves who signed the agreement', async () => {
      const { user, customer } = await atAccount();
      await user.press('update contact');
      await user.press('next', { firstName: 'Bruna' });
      await user.press('submit');
      await user.until(t('changed.title'));
      const { sections } = (await recorded(customer)) ?? {};
      assert.equal(sections?.['contact']?.['firstName'], 'Bruna');
      assert.equal(sections['signer']?.['firstName'], 'Ana');
    });
  });

  describe('that is refused', () => {
    it('comes back with its order, which can be submitted again', async () => {
      const { user } = await atCart();
      await user.press('next', { 'count-0': '8' });
      bot().partnerCenter.fail('order', refused('credit'));
      await user.press('submit');
      await user.until(t('section.subscriptions'));
      const outcome = user.cards().at(-2);
      assert.ok(JSON.stringify(outcome?.content).includes(t('changed.returned')));
      assert.equal(user.inputs()['count-0']?.value, '8');
      assert.ok(user.faults()['count-0']?.includes(t('reason.credit')));
      await user.press('next');
      assert.ok(user.texts().includes(cartName));
      await user.press('submit');
      await user.until(t('changed.title'));
      await user.say('drafts');
      assert.ok(user.texts().includes(t('drafts.none')));
    });

    it('comes back with its account info, the refused answer asked again', async () => {
      const { user, customer } = await atAccount();
      await user.press('update company');
      await user.press('next', { city: 'Seattle' });
      bot().partnerCenter.fail('updateBilling', refused('address', 'city'));
      await user.press('submit');
      await user.until(t('section.company'));
      assert.equal(user.inputs()['city']?.value, 'Seattle');
      assert.equal(user.faults()['city'], t('fault.refused', { reason: t('reason.address') }));
      assert.equal((await recorded(customer))?.sections['company']?.['city'], 'Springfield');
      await user.press('next', { city: 'Tacoma' });
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.equal((await recorded(customer))?.sections['company']?.['city'], 'Tacoma');
    });

    it('comes back at its review when the refused answer is one that no card asks for, and can be corrected', async () => {
      const { user, customer } = await atAccount();
      await user.press('update company');
      await user.press('next', { city: 'Seattle' });
      // Stored faults may be those of another version, with fields this one does not have.
      bot().partnerCenter.fail('updateBilling', refused('address', 'county' as Parameters<typeof refused>[1]));
      await user.press('submit');
      // The outcome with its reason, then the review.
      await user.until(() => JSON.stringify(user.cards().at(-2)?.content).includes('correlation-2'));
      assert.ok(holds(user, 'Seattle'));
      await user.press('update company');
      await user.press('next', { city: 'Tacoma' });
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.equal((await recorded(customer))?.sections['company']?.['city'], 'Tacoma');
    });

    it('is there after a restart, once', async () => {
      const { user } = await atCart();
      await user.press('next');
      bot().partnerCenter.fail('order', refused('credit'));
      await user.press('submit');
      await user.until(t('section.subscriptions'));
      await bot().restart();
      await user.say('drafts');
      assert.equal(user.texts().filter((text) => text === cartName).length, 1);
    });

    it('is none while it may pass: then it waits for Finish', async () => {
      const { user } = await atCart();
      await user.press('next');
      bot().partnerCenter.fail('order', unavailable(), unavailable(), unavailable());
      await user.press('submit');
      await user.until(t('unfinished.title'));
      await user.say('drafts');
      assert.ok(!user.texts().includes(cartName));
    });
  });

  describe('that could not be done and is given up', () => {
    const waits = [unavailable(), unavailable(), unavailable()];
    const draftsOf = async (user: Client): Promise<readonly string[]> => {
      await user.say('drafts');
      // What waits for Finish is listed below them.
      const card = user.cards().findLast((one) => titleOf(one) === t('drafts.title'));
      return card === undefined ? [] : textsOf(card);
    };
    const giveUp = async (user: Client, customer: Customer): Promise<void> => {
      await user.say('customers');
      await pressAny(user, 'customer', customer.id);
      const verbs = user.buttons().filter((title) => title === t('button.giveUp'));
      assert.equal(verbs.length, 1);
      await user.press('dropChange');
      assert.deepEqual(user.lines(), [t('change.dropped'), t('change.kept')]);
      assert.equal(user.title(), t('customer.title'));
      assert.ok(!user.texts().includes(t('change.unfinished')));
    };

    it('is kept as a draft with its order, and ordered once when that is submitted', async () => {
      const { user, customer } = await atCart();
      await user.press('next', { 'count-0': '8' });
      bot().partnerCenter.fail('order', ...waits);
      await user.press('submit');
      await user.until(t('unfinished.title'));
      await giveUp(user, customer);
      await eventually('it is a draft', async () => (await draftsOf(user)).includes(cartName));
      const changes = await bot().changesOf(partner);
      assert.ok(!changes.some((change) => change.customer.record === customer.id));
      await bot().restart();
      assert.equal((await draftsOf(user)).filter((text) => text === cartName).length, 1);
      await user.press('continueDraft');
      assert.equal(user.title(), t('review.title'));
      assert.ok(holds(user, counted(8, 'Microsoft 365 Business')));
      await user.press('submit');
      await user.until(t('changed.title'));
      const have = await bot().subscriptionsOf(partner, customer.microsoftId);
      assert.deepEqual(
        have.map(({ quantity }) => quantity),
        [8],
      );
      assert.ok((await draftsOf(user)).includes(t('drafts.none')));
    });

    it('is kept as a draft with its account info', async () => {
      const { user, customer } = await atAccount();
      await user.press('update company');
      await user.press('next', { city: 'Seattle' });
      bot().partnerCenter.fail('updateBilling', ...waits);
      await user.press('submit');
      await user.until(t('unfinished.title'));
      await giveUp(user, customer);
      const name = t('purpose.account', { company });
      await eventually('it is a draft', async () => (await draftsOf(user)).includes(name));
      await user.press('continueDraft');
      assert.ok(holds(user, 'Seattle'));
      await user.press('submit');
      await user.until(t('changed.title'));
      assert.equal((await recorded(customer))?.sections['company']?.['city'], 'Seattle');
    });

    it('is a draft of who gives it up, and is given up once', async () => {
      const { user, customer } = await atCart();
      await user.press('next');
      bot().partnerCenter.fail('order', ...waits);
      await user.press('submit');
      await user.until(t('unfinished.title'));
      const outcome = user.card();
      const colleague = open();
      await giveUp(colleague, customer);
      await eventually('it is a draft', async () => (await draftsOf(colleague)).includes(cartName));
      await user.press('finishChange', {}, outcome);
      assert.deepEqual(user.lines(), [t('unfinished.none')]);
      assert.ok((await draftsOf(user)).includes(t('drafts.none')));
      assert.deepEqual(await bot().subscriptionsOf(partner, customer.microsoftId), []);
    });
  });

  describe('is not begun', () => {
    const at = async (who: Partner, verb: string, argument: string): Promise<readonly string[]> => {
      const user = client(bot(), { manner: 'teams', partner: who });
      await user.say('customers');
      await pressAny(user, verb, argument);
      return [...user.texts(), ...user.lines()];
    };
    const partnerThat = (is: (one: Partner) => boolean): Partner => samplePartners.find(is) ?? partner;
    const reseller = partnerThat(({ type, cloud }) => type === 'indirect-reseller' && cloud === 'global');
    const germany = partnerThat(({ cloud }) => cloud === 'germany');

    for (const verb of ['addSubscription', 'updateAccount', 'addOns']) {
      it(`for a customer nobody knows (${verb})`, async () => {
        const nobody = ['', 'no-such', 'm:', 'm:no-guid', `m:${randomUUID()}`, '../x', '__proto__', ' '];
        for (const argument of nobody) {
          assert.ok((await at(partner, verb, argument)).includes(t('customer.gone')), argument);
        }
      });

      it(`for another partner’s customer (${verb})`, async () => {
        const { customer } = await desk();
        for (const argument of [customer.id, `m:${customer.microsoftId}`])
          assert.ok((await at(partnerOf(1), verb, argument)).includes(t('customer.gone')));
      });

      it(`by an indirect reseller, nor where the cloud is closed (${verb})`, async () => {
        assert.ok((await at(reseller, verb, 'x')).includes(t('refusal.manageReseller')));
        assert.ok((await at(germany, verb, 'x')).includes(t('refusal.manageGermany')));
      });
    }

    it('again, where the one it is to be like is gone', async () => {
      assert.ok((await at(partner, 'beginAgain', 'no-such')).includes(t('outdated.gone')));
    });
  });
});

describe('a user without the right to manage', () => {
  const user = randomUUID();
  const partner: Partner = { ...partnerOf(2), users: { [user]: ['view', 'add'] } };
  const bot = useTestBot({ partners: [partner] });

  it('begins no draft about a customer that exists', async () => {
    const person = client(bot(), { manner: 'teams', partner, user });
    const customer = await existing(bot(), person, partner);
    for (const verb of ['addSubscription', 'updateAccount', 'addOns']) {
      await pressAny(person, verb, customer.id);
      assert.ok(person.texts().includes(t('refusal.right')), verb);
    }
  });
});
