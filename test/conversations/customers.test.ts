import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import type { Documents } from '../../storage/documents.ts';
import { statedIn } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { replicas } from '../testStore.ts';
import { nextPage } from './nextPage.ts';
import { partnerOf } from './walk.ts';
import { customers } from '../../storage/collections.ts';

const { t } = words('en');
const provider = partnerOf(1);
const [coho, graphic] = provider.resellers ?? [];
assert.ok(coho && graphic);

function record(number: number, more: Partial<Customer> = {}): Customer {
  const at = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  const name = String(number).padStart(3, '0');
  return {
    id: (9_999_999_999_999 - Date.parse(at)).toString(36).padStart(9, '0') + name,
    companyName: `Company ${name}`,
    domain: `company${name}.onmicrosoft.com`,
    microsoftId: randomUUID(),
    country: 'US',
    cloud: 'global',
    sections: {},
    stages: { customer: { state: 'done', requestId: randomUUID(), at } },
    addedBy: { userId: 'u' },
    addedAt: at,
    practice: true,
    ...more,
  };
}

const many: readonly Customer[] = [
  ...Array.from({ length: 20 }, (_none, index) => record(index)),
  record(20, {
    companyName: '高山滑雪有限公司',
    sections: { reseller: { reseller: coho.tenantId } },
    reseller: 'Coho',
  }),
  record(21, { companyName: 'ООО «Ромашка»', relationship: 'none' }),
  record(22, { companyName: '=1+1 **bold** <b>', relationship: 'invited' }),
  record(23, {
    companyName: 'Unfinished Ltd',
    stages: {
      customer: { state: 'done', requestId: randomUUID() },
      agreement: { state: 'failed', requestId: randomUUID() },
    },
  }),
];

/** The names on the newest card, as they are read. */
const listed = (user: Client): string[] => {
  const names = new Set(many.map(({ companyName }) => companyName));
  return statedIn(user.card()).flatMap(({ name }) => (names.has(name) ? [name] : []));
};

describe('the list of customers', () => {
  let stored: Documents | undefined;
  const bot = useTestBot({ documentsOf: (documents) => (stored = documents) });
  before(async () => {
    assert.ok(stored);
    const records = customers(stored);
    for (const one of many) await records.insert(provider.tenantId, one.id, one);
  });

  const open = async (options: Parameters<typeof client>[1] = {}): Promise<Client> => {
    const user = client(bot(), options);
    await user.say('customers');
    return user;
  };
  const find = (user: Client, text: string, reseller = 'any'): Promise<void> =>
    user.press('findCustomers', { findCustomer: text, chooseReseller: reseller });

  for (const manner of ['emulator', 'teams'] as const)
    it(`is paged through both ways, newest first, in the manner of ${manner}`, async () => {
      // Each process knows places in the list when it has read all records, which begins with its first look.
      for (let other = 1; other < replicas; other += 1) await open({ manner });
      const user = await open({ manner });
      const pages = [listed(user)];
      await user.press(nextPage(user));
      pages.push(listed(user));
      assert.ok(user.texts().includes(t('list.position', { from: 16, to: 24, of: 24 })), user.texts().join('\n'));
      assert.deepEqual(pages.flat(), many.map(({ companyName }) => companyName).toReversed());
      assert.deepEqual(
        pages.map(({ length }) => length),
        [15, 9],
      );
      assert.ok(!user.buttons().includes(t('button.nextPage')));
      await user.press('customers before:');
      assert.deepEqual(listed(user), pages[0]);
      await user.press(nextPage(user));
      await user.press('customers');
      assert.deepEqual(listed(user), pages[0]);
      assert.ok(!user.buttons().includes(t('button.firstPage')));
      assert.ok(user.texts().includes(t('list.position', { from: 1, to: 15, of: 24 })));
      // Where cards are replaced, paging leaves one of them.
      if (manner === 'teams') assert.equal(user.cards().length, 1);
    });

  it('says of each its domain and relationship, and what is not finished', async () => {
    const user = await open();
    const texts = user.texts();
    const [unfinished] = many.slice(-1);
    assert.ok(texts.includes(unfinished?.domain ?? ''));
    const states = statedIn(user.card()).map(({ state }) => state);
    assert.deepEqual(states.slice(0, 4), [
      t('directory.unfinished'),
      t('relationship.invited'),
      t('relationship.none'),
      t('relationship.reseller'),
    ]);
    assert.equal(states.filter((state) => state === t('directory.unfinished')).length, 1);
  });

  it('finds by a part of the name or domain, in any script, case and width, and keeps what was searched', async () => {
    const user = await open({ manner: 'teams' });
    for (const [typed, found] of [
      ['滑雪', ['高山滑雪有限公司']],
      ['РОМАШ', ['ООО «Ромашка»']],
      ['ｃｏｍｐａｎｙ００７', ['Company 007']],
      ['b 1 BOLD', ['=1+1 **bold** <b>']],
      ['coho', ['高山滑雪有限公司']],
    ] as const) {
      await find(user, typed);
      assert.deepEqual(listed(user), found);
      assert.equal(user.inputs()['findCustomer']?.value, typed);
      assert.ok(user.texts().includes(t('list.positionAll', { of: 1 })));
    }
    await find(user, 'Company 0');
    await user.press(nextPage(user), { findCustomer: 'typed but not searched' });
    assert.equal(user.inputs()['findCustomer']?.value, 'Company 0');
    assert.deepEqual(listed(user)[0], 'Company 008');
    await user.press('command customers');
    assert.equal(listed(user)[0], 'Unfinished Ltd');
  });

  it('has a way forward where nothing fits', async () => {
    const user = await open();
    await find(user, 'nobody at all');
    assert.ok(user.texts().includes(t('directory.noHits')));
    assert.equal(user.inputs()['findCustomer']?.value, 'nobody at all');
    await user.press('command customers');
    assert.equal(listed(user).length, 15);
  });

  it('is filtered by reseller, for providers only', async () => {
    const user = await open();
    await find(user, '', coho.tenantId);
    assert.deepEqual(listed(user), ['高山滑雪有限公司']);
    assert.equal(user.inputs()['chooseReseller']?.value, coho.tenantId);
    await find(user, '', graphic.tenantId);
    assert.ok(user.texts().includes(t('directory.none')));
    await find(user, '', randomUUID());
    assert.equal(listed(user).length, 15);
    const direct = await open({ partner: partnerOf(2), manner: 'teams' });
    assert.equal(direct.inputs()['chooseReseller'], undefined);
  });

  it('is empty for a partner that has none, and leads to the first', async () => {
    const user = await open({ partner: partnerOf(2), manner: 'teams' });
    assert.deepEqual(user.texts(), [t('customers.title'), t('customers.none')]);
    assert.ok(user.has('command addCustomer'));
  });

  it('opens a customer, from old cards too', async () => {
    const user = await open();
    const first = user.card();
    const next = nextPage(user);
    await user.press(next);
    const [newest] = many.slice(-1);
    await user.press(`customer ${newest?.id ?? ''}`, {}, first);
    assert.ok(user.texts().includes('Unfinished Ltd'));
    await user.press(next, {}, first);
    assert.equal(listed(user).length, 9);
  });

  it('takes whatever a forged press says', async () => {
    const user = await open();
    for (const argument of [
      '',
      'after:',
      'before:',
      'after:\u0000',
      'before:0',
      '000',
      '__proto__',
      'x'.repeat(4000),
    ]) {
      await user.send({ value: { verb: 'customers', argument, searched: '\u202e{{x}}', ofReseller: 'none' } });
      assert.equal(user.title(), t('customers.title'));
    }
    await user.send({ value: { verb: 'customers', argument: 'after:zzz' } });
    assert.ok(user.texts().includes(t('customers.end')));
    await user.press('customers');
    assert.equal(listed(user).length, 15);
  });

  it('shows another partner nothing of it, whatever is asked', async () => {
    const thief = await open({ partner: partnerOf(2), manner: 'teams' });
    const one = many[20];
    for (const value of [
      { verb: 'customers', argument: 'after:0' },
      { verb: 'findCustomers', findCustomer: '滑雪' },
      { verb: 'customer', argument: one?.id ?? '' },
      { verb: 'customer', argument: `m:${one?.microsoftId ?? ''}` },
    ])
      await thief.send({ value });
    assert.ok(!JSON.stringify(bot().connector.screen(thief.conversation)).includes('滑雪有限'));
  });

  for (const [locale, tag] of [
    ['zh-TW', 'zh-TW'],
    ['zh-CN', 'zh-CN'],
    ['ru', 'ru-RU'],
  ] as const)
    it(`is said in ${locale}`, async () => {
      const said = words(locale);
      const user = await open({ locale: tag });
      assert.ok(user.texts().includes(said.t('list.position', { from: 1, to: 15, of: 24 })));
      assert.equal(user.inputs()['findCustomer']?.label, said.t('field.findCustomer'));
      await find(user, 'nobody');
      assert.ok(user.texts().includes(said.t('directory.noHits')));
    });

  it('is in step with what is recorded and erased while it is open', async () => {
    const user = await open();
    const [oldest] = many;
    await find(user, 'Company 000');
    assert.deepEqual(listed(user), ['Company 000']);
    await user.press(`customer ${oldest?.id ?? ''}`);
    await user.press('customerDetails');
    await user.press('deleteRecord');
    await user.press('eraseRecord');
    await user.say('customers');
    await find(user, 'Company 000');
    assert.ok(user.texts().includes(t('directory.noHits')));
  });
});
