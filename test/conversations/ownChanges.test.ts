import assert from 'node:assert/strict';
import { capitalize } from '../../lib/text.ts';
import { words } from '../../locales/words.ts';
import { ownChangeDays } from '../../model/user.ts';
import type { DocumentKey, Documents } from '../../storage/documents.ts';
import { client, type Client, type ClientOptions } from '../client.ts';
import { refused, unavailable } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { eraseRecord, existing, offer, pressAny } from './existing.ts';
import { csvOf, newRow } from './import/files.ts';
import { premium as sold, useRestBot } from './restBot.ts';
import { chooseAll } from './severalCustomers.ts';
import { answersIn, changed, partnerOf, submit, walkTo } from './walk.ts';
import { ways } from './ways.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';

const { t } = words('en');
const partner = partnerOf(2);
const day = 86_400_000;

/** The texts of the card of the user's own changes, opened by the home card's button. */
async function ownChanges(user: Client): Promise<readonly string[]> {
  await user.say('hello');
  await user.say('hello');
  await user.press('ownChanges');
  return user.texts();
}

const includes = (texts: readonly string[], text: string): void =>
  assert.ok(texts.join('\n').includes(text), `${text} in\n${texts.join('\n')}`);

/** A state as it stands beside its coloured mark. */
const mark = (state: string): string => capitalize(state, 'en');

/** Changes the open customer's licenses to that number. */
async function setLicenses(user: Client, quantity: string): Promise<void> {
  await user.press('subscriptions');
  await user.press('licenses');
  await user.press('setLicenses', { quantity });
}

/** Orders seven of an offer for these customers at once. */
async function orderForAll(user: Client, chosen: Parameters<typeof chooseAll>[1]): Promise<void> {
  await user.say('bulk order');
  await chooseAll(user, chosen);
  await user.press(`add ${offer.business}`);
  await user.press('next', { 'count-0': '7' });
  await user.press('submit');
  await user.until(t('changed.title'));
}

describe('a user’s own last changes', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });

  for (const [manner, locale] of ways) {
    it(`are listed by day with what was done, and lead to the customer: ${manner}, ${locale}`, async () => {
      const spoken = words(locale);
      const whose = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, locale, partner: whose });
      const record = await withCustomer(bot(), user, { partner: whose, spoken });
      await setLicenses(user, '8');
      await user.until(spoken.t('changed.title'));
      const texts = await ownChanges(user);
      assert.equal(user.title(), spoken.t('own.title'));
      includes(texts, spoken.t('past.customer'));
      includes(texts, spoken.t('past.quantity', { subscription: premium.name, from: 5, to: 8 }));
      includes(texts, spoken.day(bot().clock.now.toISOString().slice(0, 10)));
      assert.equal(user.named('customer ').length, 2);
      await pressAny(user, 'customer', record);
      includes(user.texts(), premium.name);
    });
  }

  it('are shown to who asks for them in words, in every language', async () => {
    const user = person();
    for (const text of [
      'what did I do today',
      'show my last changes',
      'что я делал сегодня',
      '我今天都改了什么',
      '我今天改了什麼',
    ]) {
      await user.say('hello');
      await user.say(text);
      assert.equal(user.title(), t('own.title'), text);
    }
  });

  it('are offered to nobody who began nothing, and the empty list is said kindly', async () => {
    const user = person();
    await user.say('hello');
    await user.say('hello');
    assert.ok(!user.has('ownChanges'));
    await pressAny(user, 'ownChanges');
    includes(user.texts(), t('own.none', { n: ownChangeDays }));
  });

  it('say what was refused, and what is not done yet until it is', async () => {
    const user = person();
    const record = await withCustomer(bot(), user, { partner });
    bot().partnerCenter.fail('changeQuantity', refused('other'));
    await setLicenses(user, '9');
    await user.until(t('trouble.title'));
    includes(await ownChanges(user), mark(t('stage.refused')));
    bot().partnerCenter.fail('changeQuantity', unavailable(), unavailable(), unavailable());
    await pressAny(user, 'customer', record);
    await setLicenses(user, '9');
    await user.until(() => user.has('finishChange'));
    includes(await ownChanges(user), mark(t('stage.failed')));
    await user.say('unfinished');
    await user.press('finishChange');
    await user.until(t('changed.title'));
    const texts = await ownChanges(user);
    includes(texts, t('past.quantity', { subscription: premium.name, from: 5, to: 9 }));
    assert.ok(!texts.join('\n').includes(mark(t('stage.failed'))));
  });

  it('are one entry for an order for several customers, and one for an import, whatever they add', async () => {
    const user = person();
    const chosen = [];
    for (const name of ['One', 'Two', 'Three', 'Four'])
      chosen.push(
        await existing(bot(), person(), partner, [], {
          ...answersIn(),
          company: { ...answersIn().company, companyName: `Own ${name} Traders` },
        }),
      );
    await orderForAll(user, chosen);
    await user.say(csvOf([newRow(), newRow()]));
    await user.press('importSubmit');
    await user.until(t('importDone.title'));
    const texts = await ownChanges(user);
    includes(texts, t('list.positionAll', { of: 2 }));
    includes(texts, t('importDone.added', { n: 2 }));
    includes(texts, t('past.order', { offers: t('cart.times', { n: 7, name: 'Microsoft 365 Business' }) }));
    includes(texts, t('own.more', { n: 1 }));
  });

  it('are one entry for an order for several customers that is taken back with one press', async () => {
    const user = person();
    const chosen = [await existing(bot(), person(), partner), await existing(bot(), person(), partner)];
    await orderForAll(user, chosen);
    await user.press('undoOrders');
    await user.press('stopOrders');
    const stopped = t('past.stopCanceled', { names: 'Microsoft 365 Business' });
    let texts: readonly string[] = [];
    for (let tries = 0; tries < 50 && !texts.join('\n').includes(stopped); tries += 1) texts = await ownChanges(user);
    includes(texts, stopped);
    includes(texts, t('list.positionAll', { of: 2 }));
  });

  it('come fifteen a page, and those of more than seven days ago are gone', async () => {
    const user = person();
    const record = await withCustomer(bot(), user, { partner });
    for (let n = 6; n <= 21; n += 1) {
      await user.say('customers');
      await user.press(`customer ${record}`);
      await setLicenses(user, String(n));
      await user.until(() => user.has('undo'));
    }
    includes(await ownChanges(user), t('list.position', { from: 1, to: 15, of: 17 }));
    await user.press('ownChanges 15');
    includes(user.texts(), t('list.position', { from: 16, to: 17, of: 17 }));
    includes(user.texts(), t('past.customer'));
    bot().clock.now = new Date(bot().clock.now.getTime() + (ownChangeDays + 1) * day);
    await user.press('ownChanges 0');
    includes(user.texts(), t('own.none', { n: ownChangeDays }));
  });

  it('name no customer whose record was deleted', async () => {
    const user = person();
    const record = await withCustomer(bot(), user, { partner });
    await eraseRecord(user, record);
    const texts = await ownChanges(user);
    includes(texts, t('own.gone'));
    includes(texts, t('past.erase'));
    assert.equal(user.named('customer ').length, 0);
  });
});

describe('the deletion of a record among a user’s own changes', () => {
  let documents: Documents | undefined;
  const bot = useTestBot({ documentsOf: (stored) => (documents = stored) });
  const person = (): Client => client(bot(), { manner: 'teams', partner });

  it('is not listed for who only presses an old button for it', async () => {
    const [user, colleague] = [person(), person()];
    const record = await withCustomer(bot(), user, { partner });
    await openCustomer(colleague, record);
    await pressAny(colleague, 'deleteRecord', record);
    await eraseRecord(user, record);
    await pressAny(colleague, 'eraseRecord', record);
    includes(await ownChanges(user), t('past.erase'));
    await pressAny(colleague, 'ownChanges');
    includes(colleague.texts(), t('own.none', { n: ownChangeDays }));
  });

  it('is listed where the turn that deleted it was not saved, and the button was pressed again', async () => {
    assert.ok(documents);
    const user = person();
    const record = await withCustomer(bot(), user, { partner });
    await pressAny(user, 'deleteRecord', record);
    const key = { kind: 'people', partner: partner.tenantId, id: user.user };
    const before = await documents.get(key);
    assert.ok(before);
    await pressAny(user, 'eraseRecord', record);
    const after = await documents.get(key);
    await documents.replace(key, before.value, after?.etag ?? '');
    await pressAny(user, 'ownChanges');
    assert.ok(!user.texts().join().includes(t('past.erase')), 'it was not saved');
    await pressAny(user, 'eraseRecord', record);
    includes(await ownChanges(user), t('past.erase'));
  });
});

describe('the note of a user’s own changes', () => {
  const acts: string[] = [];
  /** All that was done with these notes since the last call. */
  const done = (): readonly string[] => [...new Set(acts.splice(0))];
  const bot = useTestBot({
    documentsOf(stored) {
      const seen = (act: string, { kind }: DocumentKey): void => {
        if (kind === 'own-changes') acts.push(act);
      };
      return {
        ...stored,
        get(key) {
          seen('read', key);
          return stored.get(key);
        },
        insert(key, ...given) {
          seen('written', key);
          return stored.insert(key, ...given);
        },
        replace(key, ...given) {
          seen('written', key);
          return stored.replace(key, ...given);
        },
      };
    },
  });

  it('is read and written by a press that begins something, read by the card of them, and left alone by all else', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await walkTo(user, 'review', answersIn());
    for (const text of ['hello', 'agenda', 'customers', 'drafts', 'unfinished']) await user.say(text);
    assert.deepEqual(done(), []);
    await submit(user);
    assert.ok(done().includes('written'));
    for (const text of ['hello', 'hello', 'agenda', 'customers', 'unfinished']) await user.say(text);
    assert.deepEqual(done(), []);
    await ownChanges(user);
    includes(user.texts(), t('past.customer'));
    assert.deepEqual(done(), ['read']);
  });
});

describe('a user’s own last changes, with Partner Center', () => {
  const bot = useRestBot();

  it('are listed, over a restart too', async () => {
    const user = bot().person({ partner });
    await user.say('add customer');
    await walkTo(user, 'subscriptions', changed(answersIn(), { offers: [] }));
    await user.press(`add ${sold}`);
    await user.press('next', { 'count-0': '5' });
    await submit(user);
    await bot().restart();
    const texts = await ownChanges(user);
    includes(texts, t('past.customer'));
    assert.equal(user.named('customer ').length, 1);
  });
});
