import assert from 'node:assert/strict';
import { words, type Words } from '../../locales/words.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { partnerOf } from './walk.ts';
import { ways } from './ways.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';

const { t } = words('en');
const partner = partnerOf(2);
const company = 'Alpine Ski House';

describe('a relationship that five subscriptions prevent from ending', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });
  const stopped = (): number => bot().partnerCenter.of('changeStatus').length;

  /** A customer with five subscriptions, its card open; gives its record's id. */
  async function withFive(user: Client, of: Partner = partner, spoken: Words = words('en')): Promise<string> {
    const record = await withCustomer(bot(), user, { partner: of, spoken });
    await user.press('addSubscription');
    const offered = user.named('add ').filter((one) => one !== `add ${premium.id}`);
    for (const add of offered.slice(0, 4)) await user.press(add);
    await user.press('next');
    await user.press('submit');
    await user.until(spoken.t('changed.title'));
    await openCustomer(user, record);
    return record;
  }

  for (const [manner, locale] of ways) {
    it(`ends after at most six presses, with one question that names them: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      const of = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, locale, partner: of });
      const record = await withFive(user, of, spoken);
      const before = stopped();
      let presses = 0;
      const press: Client['press'] = async (...what) => {
        presses += 1;
        await user.press(...what);
      };
      await press('customerDetails');
      await press('endRelationship');
      await press('askStop');
      const shown = user.texts().join('\n');
      const names = (await bot().customersOf(of)).find(({ id }) => id === record);
      for (const one of await bot().subscriptionsOf(of, names?.microsoftId ?? ''))
        assert.ok(shown.includes(one.name), `${one.name}: ${shown}`);
      assert.ok(user.texts().includes(spoken.t('stop.canceledThen')));
      assert.ok(!user.buttons().includes(spoken.t('end.goOn')), 'the way back does not read as agreeing');
      await press('stopAll');
      await user.until(spoken.t('changed.title'));
      await press('endRelationship');
      await press('removeRelationship', { companyName: company });
      await user.until(() => user.texts().includes(spoken.t('changed.relationship')));
      assert.ok(presses <= 6, String(presses));
      assert.equal(stopped(), before + 5);
      const lines = await bot().auditOf(of, record);
      assert.deepEqual(
        lines.slice(-2).map(({ action, outcome }) => [action, outcome]),
        [
          ['stop', 'done'],
          ['relationship', 'done'],
        ],
      );
      await openCustomer(user, record);
      await user.press('history');
      const [line] = lines.filter(({ action }) => action === 'stop');
      assert.equal(String(line?.data?.['canceled']).split('\n').length, 5);
      assert.equal(user.title(), spoken.t('history.title'));
      const said = user.texts().join('\n');
      const [beginning] = spoken.t('past.stopCanceled', { names: '|' }).split('|');
      assert.ok(said.includes(beginning ?? '?'), said);
    });
  }

  it('names each failure, and goes on with the others', async () => {
    const user = person();
    await withFive(user);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('askStop');
    bot().partnerCenter.fail('changeStatus', refused('subscription-unknown'));
    await user.press('stopAll');
    await user.until(t('changed.partly'));
    assert.equal(user.texts().filter((text) => text.endsWith(t('status.deleted'))).length, 4, user.texts().join('\n'));
    assert.ok(user.texts().join('\n').toLowerCase().includes(t('reason.subscription-unknown').toLowerCase()));
    await user.press('customerDetails');
    await user.press('endRelationship');
    assert.ok(user.texts().includes(t('end.blocked', { n: 1 })), user.texts().join('\n'));
    assert.equal(user.has('askStop'), false);
  });

  it('is stopped once, whatever is pressed twice, and goes on after a restart by a colleague', async () => {
    const [user, colleague] = [person(), person()];
    const record = await withFive(user);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('askStop');
    const press = user.pressed('stopAll');
    // The third of them is not answered, in each attempt.
    bot().partnerCenter.fail('changeStatus', ...Array.from({ length: 15 }, () => unavailable()));
    await Promise.all([user.send(press), user.send(press)]);
    await user.until(t('unfinished.title'));
    await bot().restart();
    await colleague.hello();
    await openCustomer(colleague, record);
    await colleague.press('finishChange');
    await colleague.until(t('changed.title'));
    const requests = bot().partnerCenter.of('changeStatus').slice(-20);
    assert.equal(new Set(requests.map(({ requestId }) => requestId)).size, 5);
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.send(press);
    assert.ok(user.lines().includes(t('change.already')), user.lines().join());
  });

  it('says of the same press later that it was done in part, where one was refused', async () => {
    const user = person();
    await withFive(user);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('askStop');
    const press = user.pressed('stopAll');
    bot().partnerCenter.fail('changeStatus', refused('invalid'));
    await user.send(press);
    await user.until(t('changed.partly'));
    bot().clock.now = new Date(bot().clock.now.getTime() + 60_000);
    await user.send(press);
    assert.ok(user.lines().includes(t('change.alreadyPartly')), user.lines().join());
  });

  it('is asked about again when a colleague stopped one meanwhile', async () => {
    const [user, colleague] = [person(), person()];
    const record = await withFive(user);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('askStop');
    const before = stopped();
    await openCustomer(colleague, record);
    await colleague.press('customerDetails');
    await colleague.press('endRelationship');
    const [first] = colleague.named('cancelSubscription');
    assert.ok(first);
    await colleague.press(first);
    await colleague.press('setStatus');
    await colleague.until(t('changed.title'));
    await user.press('stopAll');
    assert.ok(user.lines().includes(t('endOfTerm.meanwhile')));
    assert.equal(stopped(), before + 1);
    await user.press('stopAll');
    await user.until(t('changed.title'));
    assert.equal(stopped(), before + 5);
  });
});

describe('the way back after a change', () => {
  const bot = useTestBot();

  it('leads to the place it was begun at: subscriptions, renewals, or ending the relationship', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    const record = await withCustomer(bot(), user);
    await user.press('subscriptions');
    await user.press('manage');
    await user.press('suspend');
    await user.press('setStatus');
    await user.until(t('changed.title'));
    assert.equal(user.buttons()[0], t('button.subscriptions'));
    await user.press('undo');
    await user.until(() => user.texts().includes(t('change.reactivate', { subscription: premium.name })));
    await user.until(t('changed.title'));
    await user.press(`subscriptions ${record} 0`);
    assert.equal(user.title(), t('section.subscriptions'));
    await openCustomer(user, record);
    await user.press('customerDetails');
    await user.press('endRelationship');
    await user.press('endOfTerm');
    assert.ok(user.has('endRelationship') && !user.buttons().includes(t('end.goOn')), user.buttons().join());
    await user.press('chooseEnd cancel renew');
    await user.until(t('changed.title'));
    assert.equal(user.buttons()[0], t('end.goOn'));
    await user.press('customerDetails');
    await user.press('endRelationship');
    assert.equal(user.title(), t('end.title'));
    // A forged place leads nowhere.
    const forged = user.pressed('cancelSubscription', {}, undefined, { listed: 'eraseRecord x' });
    await user.send(forged);
    assert.equal(user.has('eraseRecord'), false);
  });
});
