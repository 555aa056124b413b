import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import fc from 'fast-check';
import type { Customer } from '../../model/customer.ts';
import type { CustomerFilter, CustomerSlice } from '../../storage/customerSearch.ts';
import { UnreadableDocument, type Documents } from '../../storage/documents.ts';
import type { Cursor } from '../../lib/keysetPage.ts';
import { isSameName } from '../../lib/foldCase.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import { customers, customerSchema, type Customers } from '../../storage/collections.ts';

const partner = '00000000-0000-4000-8000-000000000001';
const all: CustomerFilter = { find: '', reseller: '' };
const found = (find: string): CustomerFilter => ({ find, reseller: '' });

function record(id: string, more: Partial<Customer> = {}): Customer {
  const at = '2026-03-10T09:00:00.000Z';
  return {
    id,
    companyName: `Company ${id}`,
    domain: `${id}.onmicrosoft.example`,
    microsoftId: `microsoft-${id}`,
    country: 'US',
    cloud: 'global',
    sections: {},
    stages: { customer: { state: 'done', requestId: 'r', at } },
    addedBy: { userId: 'u' },
    addedAt: at,
    practice: true,
    ...more,
  };
}

const add = async (records: Customers, ...ones: readonly Customer[]): Promise<void> => {
  for (const one of ones) await records.insert(partner, one.id, one);
};

async function remove(records: Customers, id: string): Promise<void> {
  const stored = await records.get(partner, id);
  if (stored !== undefined) await records.remove(partner, id, stored.etag);
}

const ids = ({ rows }: Pick<CustomerSlice, 'rows'>): string[] => rows.map(({ key }) => key);

const idsOf = async (records: Customers, query: CustomerFilter): Promise<string[]> =>
  ids({ rows: await records.every(partner, query) });

/** Documents of which no more summaries are read, after so many, until it is let go. */
function slowSummaries(quick = 0): { readonly documents: Documents; readonly go: () => void } {
  const documents = memoryDocuments();
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  return {
    documents: {
      ...documents,
      async *summaries(...asked) {
        let read = 0;
        for await (const page of documents.summaries(...asked)) {
          if (read >= quick) await gate;
          read += page.items.length;
          yield page;
        }
      },
    },
    go: () => go(),
  };
}

describe('finding customers', () => {
  for (const [name, typed] of [
    ['Alpine Ski House', 'ski h'],
    ['Alpine Ski House', '  SKI   HOUSE '],
    ['ООО «Ромашка»', 'ромаш'],
    ['高山滑雪有限公司', '滑雪'],
    ['Ｃｏｎｔｏｓｏ', 'contoso'],
    ['Contoso', 'ｃｏｎｔｏ'],
    ['Straße 7', 'STRASSE'],
    ['ΟΔΥΣΣΕΥΣ Travel', 'οδυσσευς'],
    ['ΟΔΥΣΣΕΥΣΑ', 'οδυσσευς'],
    ['ｶﾀｶﾅ商事', 'カタカナ'],
    ['İstanbul Ltd', 'istanbul'],
    ['Fourth Coffee', 'coffee fourth'],
    ['ООО «Берёзка»', '"берез"'],
    ['臺灣高山股份有限公司', '台灣'],
    ['富山實業', '富山实业'],
    ['O’Neill Ltd', "o'neill"],
    ['a.*b', 'a.*b'],
  ] as const)
    it(`finds ${name} by ${JSON.stringify(typed)}`, async () => {
      const records = customers(memoryDocuments());
      await add(records, record('1', { companyName: name }), record('2', { companyName: 'Other' }));
      deepEqual(await idsOf(records, found(typed)), ['1']);
    });

  it('finds by a part of the domain, by the name of the reseller, and by the whole Microsoft ID', async () => {
    const records = customers(memoryDocuments());
    await add(
      records,
      record('1', { domain: 'alpineskihouse.onmicrosoft.example' }),
      record('2', { reseller: 'Coho Networks (4000102)' }),
      record('3', { microsoftId: '5E5B1F2C-AAAA-4F6E-8C11-0123456789AB' }),
    );
    deepEqual(await idsOf(records, found('skih')), ['1']);
    deepEqual(await idsOf(records, found('coho')), ['2']);
    deepEqual(await idsOf(records, found('5e5b1f2c-aaaa-4f6e-8c11-0123456789ab')), ['3']);
    deepEqual(await idsOf(records, found('5e5b1f2c-aaaa')), []);
    equal(await records.idOf(partner, '5e5b1f2c-AAAA-4f6e-8c11-0123456789ab'), '3');
    equal(await records.idOf(partner, 'nobody'), undefined);
  });

  it('finds by a whole registration ID, however it is written, and by no part of it', async () => {
    const records = customers(memoryDocuments());
    const of = (registrationNumber: string) => ({ sections: { company: { registrationNumber } } });
    await add(records, record('1', of('12.345.678/0001-95')), record('2', of('5')));
    const by = (registration: string, find = '') => idsOf(records, { find, reseller: '', registration });
    deepEqual([await by('12345678000195'), await by('5'), await by('12345678')], [['1'], ['2'], []]);
    deepEqual(await by('', '12345678000195'), [], 'a typed word is no registration ID');
  });

  it('keeps to one reseller, and to one partner', async () => {
    const records = customers(memoryDocuments());
    await add(
      records,
      record('1', { sections: { reseller: { reseller: 'r1' } } }),
      record('2', { sections: { reseller: { reseller: 'none' } } }),
    );
    await records.insert('other', '3', record('3', { sections: { reseller: { reseller: 'r1' } } }));
    deepEqual(await idsOf(records, { find: '', reseller: 'r1' }), ['1']);
    deepEqual(await idsOf(records, { find: 'company', reseller: 'r1' }), ['1']);
    deepEqual(await idsOf(records, { find: '', reseller: 'none' }), []);
    deepEqual(await idsOf(records, all), ['1', '2']);
  });

  it('finds every part of every name, in any case and width', async () => {
    const name = fc.stringMatching(/^[a-zA-Zа-яА-ЯßŐ高山滑雪0-9 ]{1,20}$/);
    const turned = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 5 }), turned, fc.nat(), async (names, turn, at) => {
        const records = customers(memoryDocuments());
        await add(records, ...names.map((companyName, index) => record(`c${String(index)}`, { companyName })));
        const index = at % names.length;
        const whole = names[index] ?? '';
        const part = whole.slice(at % whole.length, (at % whole.length) + 1 + (at % 7));
        ok((await idsOf(records, found(turn(part)))).includes(`c${String(index)}`), part);
      }),
    );
  });
});

describe('the first look at customers', () => {
  it('waits for its own page only', async () => {
    const { documents, go } = slowSummaries();
    const records = customers(documents);
    await add(records, ...Array.from({ length: 20 }, (_none, at) => record(`c${String(at).padStart(2, '0')}`)));
    const first = await records.search(partner, all, {}, 8);
    equal(first.rows.length, 8);
    equal(first.total, undefined);
    deepEqual(first.next, { after: 'c07' });
    go();
    equal((await records.search(partner, all, { before: 'c16' }, 8)).total, 20);
  });

  it('is followed by searches that say how far the reading is', async () => {
    const { documents, go } = slowSummaries(100);
    const records = customers(documents, { patience: 0 });
    await add(records, ...Array.from({ length: 150 }, (_none, at) => record(idOf(at))));
    await records.search(partner, all, {}, 8);
    await records.search(partner, found('company'), {}, 8);
    const page = await records.search(partner, found('company'), {}, 8);
    deepEqual([page.rows.length, page.total, page.soFar], [8, undefined, 100]);
    go();
    await records.every(partner, all);
    const later = await records.search(partner, found('company'), {}, 8);
    deepEqual([later.total, later.soFar], [150, undefined]);
  });

  it('knows how many there are when they fit on it', async () => {
    const records = customers(memoryDocuments());
    await add(records, record('1'));
    deepEqual(
      [(await records.search(partner, all, {}, 8)).total, (await records.search('other', all, {}, 8)).total],
      [1, 0],
    );
  });

  it('misses nothing that is written, changed or removed while the rest is read', async () => {
    const { documents, go } = slowSummaries();
    const records = customers(documents);
    await add(records, record('b'), record('c'), record('d'));
    await records.search(partner, all, {}, 1);
    await add(records, record('a'));
    await remove(records, 'b');
    const stored = await records.get(partner, 'c');
    await records.replace(partner, 'c', record('c', { companyName: 'Renamed' }), stored?.etag ?? '');
    go();
    deepEqual(await idsOf(records, all), ['a', 'c', 'd']);
    deepEqual(await idsOf(records, found('renamed')), ['c']);
  });
});

describe('a search', () => {
  it('is in step with what is written later', async () => {
    const records = customers(memoryDocuments());
    await add(records, record('1'));
    await records.every(partner, all);
    await add(records, record('0', { companyName: 'Fabrikam' }));
    deepEqual(await idsOf(records, found('fabrikam')), ['0']);
    const stored = await records.get(partner, '0');
    await records.replace(partner, '0', record('0', { companyName: 'Contoso' }), stored?.etag ?? '');
    deepEqual(await idsOf(records, found('fabrikam')), []);
    deepEqual(await idsOf(records, found('contoso')), ['0']);
    await remove(records, '0');
    deepEqual(await idsOf(records, all), ['1']);
    equal(await records.idOf(partner, 'microsoft-0'), undefined);
  });

  it('goes on without a record that is broken, and tells of it once', async () => {
    const documents = memoryDocuments();
    const records = customers(documents);
    await add(records, record('1'), record('2'));
    await documents.insert({ kind: 'customers', partner, id: '0' }, { schema: 1, data: { id: '0' } });
    const page = () => records.search(partner, found('company'), {}, 8);
    deepEqual([ids(await page()), (await page()).unreadable], [['1', '2'], 0]);
    const { etag } = (await documents.get({ kind: 'customers', partner, id: '2' })) ?? { etag: '' };
    await documents.replace({ kind: 'customers', partner, id: '2' }, { schema: 1, data: {} }, etag);
    await rejects(records.get(partner, '2'), UnreadableDocument);
    deepEqual(ids(await page()), ['1']);
  });

  it('can be made again when the records could not be read', async () => {
    const documents = memoryDocuments();
    let failing = true;
    const records = customers({
      ...documents,
      async *summaries(...asked) {
        if (failing) throw new Error('the disk is away');
        yield* documents.summaries(...asked);
      },
    });
    await add(records, record('1'));
    await rejects(records.search(partner, found('company'), {}, 8), /away/);
    failing = false;
    deepEqual(ids(await records.search(partner, found('company'), {}, 8)), ['1']);
  });
});

describe('a customer’s entry', () => {
  it('has a new form with every change of it, so that what stores keep of the former one is made anew', () => {
    const at = '2026-03-10T09:00:00.000Z';
    const line = { offerId: 'offer', offerName: 'Offer', unit: 'User', term: 'P1M', billing: 'Monthly' };
    const full = record('1', {
      companyName: 'ﬁ Straße 臺灣',
      reseller: 'Coho Networks (4000102)',
      sections: { reseller: { reseller: 'r1' }, company: { registrationNumber: 'ab 1' } },
      relationship: 'invited',
      stages: {
        customer: { state: 'done', requestId: 'r', at },
        agreement: { state: 'failed', requestId: 'r', at },
        subscriptions: { state: 'done', requestId: 'r', at, lines: [line] },
      },
    });
    const entry = {
      key: '1',
      companyName: 'ﬁ Straße 臺灣',
      domain: '1.onmicrosoft.example',
      microsoftId: 'microsoft-1',
      relationship: 'invited',
      resellerId: 'r1',
      reseller: 'Coho Networks (4000102)',
      unfinished: true,
      offers: ['offer'],
      text: 'FI STRASSE 台湾\n1 ONMICROSOFT EXAMPLE\nCOHO NETWORKS 4000102\n\uE000\uE042\uE043\uE032\uE000',
    };
    deepEqual([customerSchema.form, customerSchema.summary(full)], [2, entry]);
  });
});

/** What happens between two pages. */
type Change = { readonly add: number } | { readonly remove: number };

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(fc.record({ add: fc.nat(60) }), fc.record({ remove: fc.nat(60) })),
  { maxLength: 4 },
);

const written = fc.record({
  at: fc.nat(12),
  // Undefined removes it.
  name: fc.option(
    fc.constantFrom(
      'Contoso',
      'CONTOSO',
      '«Contoso»',
      'Con toso',
      'Contoso Ltd',
      'Ёлка',
      'елка',
      '富山實業',
      '富山实业',
      '!!',
      ' !! ',
      '',
    ),
    { nil: undefined },
  ),
  registration: fc.constantFrom('', '7707083893', '77 0708 3893', '770708', '5'),
});

/** Writes, replaces or removes a record. */
async function put(
  records: Customers,
  { at, name, registration }: typeof written extends fc.Arbitrary<infer W> ? W : never,
) {
  const id = idOf(at);
  const stored = await records.get(partner, id);
  if (name === undefined) return remove(records, id);
  const value = record(id, { companyName: name, sections: { company: { registrationNumber: registration } } });
  await (stored === undefined ? records.insert(partner, id, value) : records.replace(partner, id, value, stored.etag));
}

describe('one customer by its name or registration ID', () => {
  it('is found exactly where a look through all of them finds one, whatever was written, and read when', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { maxLength: 30 }),
        fc.nat(30),
        fc.array(written, { minLength: 1, maxLength: 8 }),
        async (steps, readAt, asked) => {
          const records = customers(memoryDocuments());
          for (const [n, step] of steps.entries()) {
            if (n === readAt) await records.every(partner, all);
            await put(records, step);
          }
          const entries = await records.every(partner, all);
          for (const { name = 'Nobody', registration } of asked) {
            const named = entries.filter(({ companyName }) => isSameName(companyName, name)).map(({ key }) => key);
            const registered =
              registration === '' ? [] : (await records.every(partner, { ...all, registration })).map(({ key }) => key);
            const found = [await records.named(partner, name), await records.registered(partner, registration)];
            for (const [at, there] of [named, registered].entries()) {
              equal(found[at] !== undefined, there.length > 0, `${name} ${registration}`);
              ok(found[at] === undefined || there.includes(found[at].key));
            }
          }
        },
      ),
    );
  });
});

const idOf = (number: number): string => `c${String(number).padStart(3, '0')}`;

describe('paging through customers', () => {
  for (const way of ['next', 'previous'] as const)
    it(`to the ${way} page meets everybody who stays exactly once, whoever comes and goes meanwhile`, async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 30 }),
          fc.array(changes, { maxLength: 12 }),
          fc.integer({ min: 1, max: 5 }),
          fc.boolean(),
          async (numbers, between, limit, warm) => {
            const records = customers(memoryDocuments());
            await add(records, ...numbers.map((number) => record(idOf(number))));
            if (warm) await records.every(partner, all);
            const there = new Set(numbers.map(idOf));
            const stayed = new Set(there);
            const seen: string[] = [];
            let place: Cursor | undefined = way === 'next' ? {} : { before: 'z' };
            for (let turn = 0; place !== undefined; turn += 1) {
              const page: CustomerSlice = await records.search(partner, all, place, limit);
              ok(page.rows.length <= limit);
              seen.push(...ids(page));
              for (const change of between[turn] ?? []) {
                const id = 'add' in change ? idOf(change.add) : idOf(change.remove);
                if ('remove' in change) {
                  await remove(records, id);
                  there.delete(id);
                  stayed.delete(id);
                } else if (!there.has(id)) {
                  await add(records, record(id));
                  there.add(id);
                }
              }
              place = page[way];
            }
            // Who left and came back may be met again.
            deepEqual(
              [...stayed].filter((id) => seen.filter((one) => one === id).length !== 1),
              [],
            );
          },
        ),
      );
    });

  it('leads back to where it came from', async () => {
    const records = customers(memoryDocuments());
    await add(records, ...Array.from({ length: 20 }, (_none, at) => record(idOf(at))));
    const first = await records.search(partner, all, {}, 8);
    const second = await records.search(partner, all, first.next ?? {}, 8);
    const third = await records.search(partner, all, second.next ?? {}, 8);
    deepEqual(ids(third), [16, 17, 18, 19].map(idOf));
    equal(third.next, undefined);
    deepEqual(ids(await records.search(partner, all, third.previous ?? {}, 8)), ids(second));
    const back = await records.search(partner, all, second.previous ?? {}, 8);
    deepEqual([ids(back), back.previous], [ids(first), undefined]);
  });
});
