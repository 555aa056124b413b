import assert from 'node:assert/strict';
import { capitalize } from '../../lib/text.ts';
import { words } from '../../locales/words.ts';
import { textsOf, titleOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { unavailable } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, pressAny } from './existing.ts';
import { answersIn, changed, isConfirmed, partnerOf, toReview, walkTo, counted } from './walk.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';

const english = words('en');
const { t } = english;
const partner = partnerOf(2);
const fact = (label: string, value: string): string => `${t('form.fact', { label })} ${capitalize(value, 'en')}`;
const licenses = (n: number, state: string): string => `${counted(n, premium.name)} ${capitalize(state, 'en')}`;

describe('what is said', () => {
  const bot = useTestBot({ progressAfter: 1 });
  const open = (): Client => client(bot(), { manner: 'teams', partner });
  const atReview = async (): Promise<Client> => {
    const user = open();
    await toReview(user, changed(answersIn(), { offers: [premium.id] }));
    return user;
  };
  /** Adds a customer whose order cannot be placed now; gives its record's id. */
  const unordered = async (user: Client): Promise<string> => {
    bot().partnerCenter.fail('order', unavailable(), unavailable(), unavailable());
    await user.press('submit');
    await user.until(() => isConfirmed(user));
    const [record] = await bot().customersOf(partner);
    assert.ok(record);
    return record.id;
  };

  it('to whoever looks at a submission that is slow is which steps are done, and which is under way', async () => {
    const user = await atReview();
    const release = bot().partnerCenter.hold('recordAgreement');
    await user.press('submit');
    await user.until(() => user.texts().includes(fact(t('stage.customer'), t('stage.done'))));
    assert.equal(user.title(), t('progress.title'));
    assert.ok(user.texts().includes(fact(t('stage.agreement'), t('stage.underWay'))), user.texts().join('\n'));
    assert.ok(user.texts().includes(fact(t('stage.subscriptions'), t('stage.waiting'))));
    release();
    await user.until(t('confirmation.title'));
  });

  it('to whoever looks at a customer whose order is being placed is that it is', async () => {
    const user = await atReview();
    const release = bot().partnerCenter.hold('order');
    await user.press('submit');
    await user.until(() => user.texts().includes(fact(t('stage.subscriptions'), t('stage.underWay'))));
    const [record] = await bot().customersOf(partner);
    const colleague = open();
    await openCustomer(colleague, record?.id ?? '');
    assert.ok(colleague.texts().includes(licenses(1, t('order.placing'))), colleague.texts().join('\n'));
    assert.ok(!colleague.texts().includes(t('subscriptions.none')));
    release();
    await user.until(t('confirmation.title'));
  });

  it('of a submission that was done in part is so in its title and first line, and Finish is the first button', async () => {
    const user = await atReview();
    await unordered(user);
    const [customer] = await bot().customersOf(partner);
    assert.equal(user.title(), t('confirmation.partTitle'));
    // The customer's name stands beneath the title and belongs to it.
    const [, first] = user.texts().filter((text) => text !== customer?.companyName);
    assert.equal(first, `⚠ ${t('confirmation.part')}`);
    assert.equal(user.buttons()[0], t('button.finish'));
    assert.ok(user.texts().includes(t('unfinished.later')), 'what is safe, and how it goes on');
    const summary = user.cards().find((card) => titleOf(card) === t('progress.part'));
    assert.ok(summary, 'what the progress card became says so, too');
    assert.ok(!user.cards().some((card) => titleOf(card) === t('progress.done')));
    await user.press('done');
    assert.deepEqual(user.lines(), [t('done.unfinished')]);
  });

  it('of a customer whose order waits for Finish is that on its card and on the home card, with a way there', async () => {
    const user = await atReview();
    const record = await unordered(user);
    await openCustomer(user, record);
    assert.ok(user.texts().includes(licenses(1, t('order.toFinish'))), user.texts().join('\n'));
    assert.ok(!user.texts().includes(t('subscriptions.none')));
    const colleague = open();
    await colleague.say('hello');
    assert.ok(colleague.texts().includes(t('agenda.submission')), colleague.texts().join('\n'));
    assert.ok(colleague.has(`finish ${record}`), 'the newest is among the first');
    await colleague.press(`finish ${record}`);
    // It goes on where its password is shown.
    await user.until(t('confirmation.title'));
    await openCustomer(colleague, record);
    assert.ok(!colleague.texts().includes(licenses(1, t('order.toFinish'))));
  });

  it('before an offer is ordered beside an order of it that waits is that it would be bought twice', async () => {
    const user = await atReview();
    const record = await unordered(user);
    await openCustomer(user, record);
    await user.press('addSubscription');
    await user.press(`add ${premium.id}`);
    const orders = bot().partnerCenter.of('order').length;
    await user.press('next', { 'count-0': '2' });
    assert.equal(user.title(), t('again.title'));
    assert.ok(user.texts().includes(premium.name));
    await user.press('back');
    assert.equal(user.inputs()['count-0']?.value, '2', 'the cart is as it was');
    await user.press('next');
    assert.equal(user.title(), t('again.title'), 'it is asked until it is answered');
    await user.press('keep');
    assert.equal(user.title(), t('review.title'));
    assert.equal(bot().partnerCenter.of('order').length, orders);
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.equal(bot().partnerCenter.of('order').length, orders + 1);
  });

  it('at Submit is that a colleague has ordered the same meanwhile', async () => {
    const user = open();
    const record = await withCustomer(bot(), user, { partner });
    await user.press('addSubscription');
    await user.press(`add ${premium.id}`);
    await user.press('next');
    assert.equal(user.title(), t('review.title'));
    const colleague = open();
    await openCustomer(colleague, record);
    await colleague.press('addSubscription');
    await colleague.press(`add ${premium.id}`);
    await colleague.press('next');
    const release = bot().partnerCenter.hold('order');
    await colleague.press('submit');
    await user.press('submit');
    assert.equal(user.title(), t('again.title'));
    release();
    await colleague.until(t('changed.title'));
  });

  it('of dates is what they are dates of', async () => {
    const user = open();
    await withCustomer(bot(), user, { partner });
    const accepted = t('agreement.accepted', { day: english.day('2026-03-01') });
    const stated = fact(t('stage.agreement'), capitalize(accepted, 'en'));
    assert.ok(user.texts().includes(stated), user.texts().join('\n'));
    await user.press('customerDetails');
    const [customer] = await bot().customersOf(partner);
    const added = fact(t('field.addedAt'), english.moment(customer?.addedAt ?? ''));
    assert.ok(user.texts().includes(added), user.texts().join('\n'));
  });

  it('to whoever keeps an untouched draft is that there is none, and not that it was deleted', async () => {
    const user = open();
    await withCustomer(bot(), user, { partner });
    await user.press('addSubscription');
    await user.press('cancel');
    await user.press('keepDraft');
    const said = user.cards().flatMap(textsOf);
    assert.ok(said.includes(t('cancel.untouched')), said.join('\n'));
    assert.ok(!said.includes(t('cancel.deleted')));
  });

  it('by Back to a card of one fresh input is no number of faults from elsewhere', async () => {
    const user = open();
    await user.say('add customer');
    const answers = changed(answersIn(), { company: { qualification: 'education' } });
    await walkTo(user, 'qualification', answers);
    await user.press('next', { website: '' });
    assert.ok(Object.keys(user.faults()).length > 0);
    await user.press('back');
    await user.press('next', { qualification: 'governmentCommunityCloud' });
    assert.deepEqual(user.faults(), {});
  });

  it('to back and cancel where nothing is open is that, with the ways on, and not the whole welcome again', async () => {
    for (const text of ['back', 'cancel', 'start over']) {
      const user = open();
      await user.say(text);
      assert.deepEqual(user.cards().map(textsOf), [[t('form.nothingOpen')]], text);
      assert.ok(user.buttons().includes(t('button.addCustomer')));
    }
  });

  it('of a suspended subscription is which of its add-ons go on', async () => {
    const user = open();
    const { id, microsoftId } = await existing(bot(), user, partner, [offer.e3, offer.phoneSystem]);
    const all = await bot().subscriptionsOf(partner, microsoftId);
    const base = all.find(({ parentId }) => parentId === undefined);
    const goOn = t('subscription.addOnsGoOn', { names: 'Phone System' });
    await pressAny(user, 'subscriptions', id);
    assert.ok(!user.texts().includes(goOn));
    await pressAny(user, 'suspend', `${id} ${base?.id ?? ''}`);
    await user.press('setStatus');
    await user.until(t('changed.title'));
    await pressAny(user, 'subscriptions', id);
    assert.ok(user.texts().includes(goOn), user.texts().join('\n'));
  });
});
