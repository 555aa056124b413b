import { deepEqual, equal, notEqual, ok, rejects } from 'node:assert/strict';
import fc from 'fast-check';
import {
  DocumentExists,
  StaleDocument,
  type Documents,
  type Json,
  type DocumentKey,
  type StoredDocument,
  type Summarizer,
  type Summary,
} from '../../storage/documents.ts';

/** A store under test, empty at first. */
interface Subject {
  readonly documents: Documents;
  /** Closes the store and opens what it left. */
  reopen(): Promise<Documents>;
  /** Closes the store, if it is open, and removes what it left. */
  end(): Promise<void>;
}

const partner = '5c1a3c6e-0d6b-4f0e-9a53-0f2f3f1c7a10';
const key = (id: string, of = partner): DocumentKey => ({ kind: 'customers', partner: of, id });

const oddIds = [
  'a',
  'A',
  'a.b',
  '..',
  '.',
  '',
  'a/b',
  'a\\b',
  'a%2fb',
  '%',
  'Ünïcode',
  '台灣',
  'u\u0308',
  'ü',
  '😀',
  '\ud800',
  '\udfff',
  '\ufffd',
  '\u0000',
  'con',
  ' ',
  '~',
  'x'.repeat(64),
  'x'.repeat(65),
  'x'.repeat(5000),
  `${'x'.repeat(5000)}y`,
];

async function all(documents: Documents, limit: number, of = partner): Promise<StoredDocument[]> {
  const items: StoredDocument[] = [];
  let after: string | undefined;
  do {
    const page = await documents.list('customers', of, { limit, ...(after === undefined ? {} : { after }) });
    deepEqual(page.unreadable, []);
    ok(page.items.length <= limit);
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}

const idsOf = (items: readonly StoredDocument[]): string[] => items.map((item) => item.id);

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `c-${String(index).padStart(4, '0')}`);

type Step =
  | { readonly does: 'insert' | 'replace'; readonly id: string; readonly value: Json; readonly form: number }
  | { readonly does: 'remove' | 'get'; readonly id: string }
  | { readonly does: 'list'; readonly limit: number }
  | { readonly does: 'summaries'; readonly form: number };

const someId = fc.constantFrom('a', 'b', 'c', 'd', 'long'.repeat(40));
const someValue: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ n: fc.integer(), text: fc.string({ unit: 'binary' }) }, { noNullPrototype: true }),
  fc.constantFrom<Json>(null, false, 0, '', [], {}),
);
const someForm = fc.integer({ min: 0, max: 2 });
const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constantFrom('insert' as const, 'replace' as const),
    id: someId,
    value: someValue,
    form: someForm,
  }),
  fc.record({ does: fc.constantFrom('remove' as const, 'get' as const), id: someId }),
  fc.record({ does: fc.constant('list' as const), limit: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ does: fc.constant('summaries' as const), form: someForm }),
);

/** Makes summaries that name their form and hold the whole value; `made` holds the values it was asked for. */
function summarizerOf(form: number): Summarizer & { readonly made: Json[] } {
  const made: Json[] = [];
  return { form, made, of: (value) => (made.push(value), { form, value }) };
}

/** The summary of a value, of that form; none of form 0. */
const summaryOf = (value: Json, form: number): Summary | undefined =>
  form === 0 ? undefined : { form, value: { form, value } };

type Summarized = { readonly id: string; readonly summary?: Json };

async function allSummaries(documents: Documents, summarizer: Summarizer, of = partner): Promise<Summarized[]> {
  const items: Summarized[] = [];
  for await (const page of documents.summaries('customers', of, summarizer)) {
    deepEqual(page.unreadable, []);
    items.push(...page.items);
  }
  return items;
}

type Model = Map<string, { readonly etag: string; readonly value: Json }>;

/** Does a step to the store and to the model, and checks that they agree. `old` is an etag that is no longer present. */
async function step(documents: Documents, of: string, model: Model, old: string, does: Step): Promise<void> {
  if (does.does === 'list') {
    const expected = [...model.entries()].map(([id, { etag, value }]) => ({ id, etag, value }));
    expected.sort((a, b) => (a.id < b.id ? -1 : 1));
    return deepEqual(await all(documents, does.limit, of), expected);
  }
  if (does.does === 'summaries') {
    const { form } = does;
    const expected = [...model.entries()].map(([id, { value }]) => ({ id, summary: { form, value } }));
    expected.sort((a, b) => (a.id < b.id ? -1 : 1));
    return deepEqual(await allSummaries(documents, summarizerOf(form), of), expected);
  }
  const at = key(does.id, of);
  const known = model.get(does.id);
  const etag = known?.etag ?? old;
  switch (does.does) {
    case 'get':
      return deepEqual(await documents.get(at), known === undefined ? undefined : { id: does.id, ...known });
    case 'insert':
      if (known !== undefined) return rejects(documents.insert(at, does.value), DocumentExists);
      model.set(does.id, {
        etag: await documents.insert(at, does.value, summaryOf(does.value, does.form)),
        value: does.value,
      });
      return;
    case 'replace':
      await rejects(documents.replace(at, does.value, old), StaleDocument);
      if (known === undefined) return;
      model.set(does.id, {
        etag: await documents.replace(at, does.value, etag, summaryOf(does.value, does.form)),
        value: does.value,
      });
      return;
    case 'remove':
      if (known !== undefined) await rejects(documents.remove(at, old), StaleDocument);
      await documents.remove(at, etag);
      model.delete(does.id);
  }
}

/** What every store promises, as tests of the store that `open` gives. */
export function documentsContract(name: string, open: () => Promise<Subject>): void {
  describe(`${name} keeps the promises of Documents`, () => {
    let subject: Subject;
    let documents: Documents;
    beforeEach(async () => {
      subject = await open();
      documents = subject.documents;
    });
    afterEach(() => subject.end());

    it('gives back what was written, also after a restart', async () => {
      const value = { name: 'Contoso 台灣 😀 \ud800', list: [1, null, false, { deep: '' }] };
      const etag = await documents.insert(key('one'), value);
      deepEqual(await documents.get(key('one')), { id: 'one', etag, value });
      deepEqual(await (await subject.reopen()).get(key('one')), { id: 'one', etag, value });
    });

    it('knows nothing of what was never written', async () => {
      equal(await documents.get(key('none')), undefined);
      deepEqual(await documents.list('customers', partner, { limit: 5 }), { items: [], unreadable: [] });
      await documents.remove(key('none'), 'never given');
    });

    it('inserts only where there is no document, and only one of many at a time', async () => {
      const results = await Promise.allSettled([1, 2, 3, 4].map((n) => documents.insert(key('one'), n)));
      equal(results.filter((result) => result.status === 'fulfilled').length, 1);
      for (const result of results) if (result.status === 'rejected') ok(result.reason instanceof DocumentExists);
    });

    it('replaces only the version that was read, and only for one of many at a time', async () => {
      const etag = await documents.insert(key('one'), 0);
      const results = await Promise.allSettled([1, 2, 3, 4].map((n) => documents.replace(key('one'), n, etag)));
      equal(results.filter((result) => result.status === 'fulfilled').length, 1);
      for (const result of results) if (result.status === 'rejected') ok(result.reason instanceof StaleDocument);
      await rejects(documents.replace(key('none'), 1, etag), StaleDocument);
    });

    it('removes only the version that was read', async () => {
      const first = await documents.insert(key('one'), 0);
      const second = await documents.replace(key('one'), 1, first);
      await rejects(documents.remove(key('one'), first), StaleDocument);
      equal((await documents.get(key('one')))?.value, 1);
      await documents.remove(key('one'), second);
      equal(await documents.get(key('one')), undefined);
      await documents.remove(key('one'), second);
      equal(await (await subject.reopen()).get(key('one')), undefined);
    });

    it('never gives an etag twice, even to the same value written anew', async () => {
      const first = await documents.insert(key('one'), 0);
      await documents.remove(key('one'), first);
      const second = await documents.insert(key('one'), 0);
      notEqual(second, first);
      notEqual(await documents.replace(key('one'), 0, second), second);
      await rejects(documents.replace(key('one'), 1, first), StaleDocument);
    });

    it('keeps partners and kinds apart', async () => {
      await documents.insert(key('one'), 'ours');
      equal(await documents.get(key('one', 'other')), undefined);
      equal(await documents.get({ ...key('one'), kind: 'jobs' }), undefined);
      deepEqual((await documents.list('customers', 'other', { limit: 5 })).items, []);
      await documents.insert(key('one', 'other'), 'theirs');
      equal((await documents.get(key('one')))?.value, 'ours');
    });

    it('knows which partners have documents of a kind, also after a restart', async () => {
      await documents.insert(key('one'), 1);
      await documents.insert(key('two'), 2);
      await documents.insert({ ...key('one', 'other'), kind: 'jobs' }, 3);
      const expected = new Set([`customers ${partner}`, 'jobs other']);
      const found = async (store: Documents) =>
        new Set((await store.partitions()).map((each) => `${each.kind} ${each.partner}`));
      deepEqual(await found(documents), expected);
      deepEqual(await found(await subject.reopen()), expected);
    });

    it('takes any text as an id and tells all of them apart', async () => {
      await Promise.all(oddIds.map((id) => documents.insert(key(id), `of ${id}`)));
      const reopened = await subject.reopen();
      for (const id of oddIds) deepEqual((await reopened.get(key(id)))?.value, `of ${id}`);
      deepEqual(idsOf(await all(reopened, 7)).sort(), [...oddIds].sort());
    });

    it('takes any text as a partner and tells all of them apart', async () => {
      await Promise.all(oddIds.map((of) => documents.insert(key('one', of), `of ${of}`)));
      for (const of of oddIds)
        deepEqual(
          (await all(documents, 5, of)).map((item) => item.value),
          [`of ${of}`],
        );
    });

    it('does not let a caller change what is remembered', async () => {
      const value = { list: [1] };
      // A frozen value is one way to keep the promise.
      const changes = (read: Json | undefined): void => {
        try {
          ((read as { list: number[] }).list ?? []).push(3);
        } catch (error) {
          ok(error instanceof TypeError);
        }
      };
      await documents.insert(key('one'), value);
      changes((await documents.get(key('one')))?.value);
      deepEqual((await documents.get(key('one')))?.value, { list: [1] });
    });

    it('sets aside the version that was read, and no other', async () => {
      const first = await documents.insert(key('one'), 0);
      const second = await documents.replace(key('one'), 1, first);
      await rejects(documents.quarantine(key('one'), first, 'test'), StaleDocument);
      notEqual(await documents.quarantine(key('one'), second, 'test'), '');
      equal(await documents.get(key('one')), undefined);
      deepEqual(await all(documents, 5), []);
      await rejects(documents.quarantine(key('one'), second, 'test'), StaleDocument);
      await documents.insert(key('one'), 2);
    });

    it('lists by ascending id, strictly after the one given', async () => {
      const ids = numbered(25);
      await Promise.all([...ids].reverse().map((id) => documents.insert(key(id), id)));
      for (const limit of [1, 7, 24, 25, 26]) deepEqual(idsOf(await all(documents, limit)), ids);
      const page = await documents.list('customers', partner, { after: 'c-0009x', limit: 2 });
      deepEqual(idsOf(page.items), ['c-0010', 'c-0011']);
      await rejects(documents.list('customers', partner, { limit: 0 }), RangeError);
    });

    it('gives the documents of all partners at once, where it can, and those of no other kind', async () => {
      for (const of of ['p1', 'p2', 'p1/x'])
        for (const kind of ['jobs', 'jobsX', 'job', 'customers'])
          await documents.insert({ kind, partner: of, id: `${of} ${kind}` }, 1);
      const etag = await documents.insert({ kind: 'jobs', partner: 'p3', id: 'gone' }, 1);
      await documents.remove({ kind: 'jobs', partner: 'p3', id: 'gone' }, etag);
      const found = await documents.listOfAll?.('jobs');
      if (found === undefined) return;
      equal(found.length, 3);
      for (const { partner: of, id, value } of found) deepEqual([id, value], [`${of} jobs`, 1]);
    });

    it('gives every document once to somebody paging while others come and go', async () => {
      const staying = numbered(60);
      await Promise.all(staying.map((id) => documents.insert(key(id), id)));
      const paging = all(documents, 4);
      for (const id of staying) {
        const etag = await documents.insert(key(`${id}-new`), 0);
        if (id.endsWith('3')) await documents.remove(key(`${id}-new`), etag);
      }
      const seen = idsOf(await paging);
      equal(new Set(seen).size, seen.length);
      deepEqual(seen, [...seen].sort());
      deepEqual(
        seen.filter((id) => !id.endsWith('-new')),
        staying,
      );
      equal((await all(documents, 50)).length, 60 + 54);
    });

    it('keeps the summaries written with documents, and makes others once, also after a restart', async () => {
      await documents.insert(key('c'), 'C', summaryOf('C', 2));
      await documents.insert(key('a'), 'A');
      await documents.insert(key('b'), 'B', summaryOf('B', 1));
      await documents.insert(key('d', 'other'), 'D', summaryOf('D', 2));
      const expected = ['a', 'b', 'c'].map((id) => ({ id, summary: { form: 2, value: id.toUpperCase() } }));
      const first = summarizerOf(2);
      deepEqual(await allSummaries(documents, first), expected);
      deepEqual(new Set(first.made), new Set(['A', 'B']));
      const second = summarizerOf(2);
      deepEqual(await allSummaries(documents, second), expected);
      deepEqual(await allSummaries(await subject.reopen(), second), expected);
      deepEqual(second.made, []);
    });

    it('gives no summary of a version that was replaced or removed, also after a restart', async () => {
      const first = await documents.insert(key('one'), 'former', summaryOf('former', 1));
      const gone = await documents.insert(key('two'), 'former', summaryOf('former', 1));
      await allSummaries(documents, summarizerOf(1));
      // As written by those who know of no summaries.
      await documents.replace(key('one'), 'next', first);
      await documents.remove(key('two'), gone);
      const expected = [{ id: 'one', summary: { form: 1, value: 'next' } }];
      deepEqual(await allSummaries(documents, summarizerOf(1)), expected);
      const reopened = await subject.reopen();
      deepEqual(await allSummaries(reopened, summarizerOf(1)), expected);
      await reopened.insert(key('two'), 'again');
      deepEqual((await allSummaries(reopened, summarizerOf(1)))[1]?.summary, { form: 1, value: 'again' });
    });

    it('gives a document without a summary when the summarizer refuses its value, and asks again', async () => {
      await documents.insert(key('one'), 'odd');
      await documents.insert(key('two'), 'even');
      const of = (value: Json): Json => {
        if (value === 'odd') throw new Error('it is odd');
        return value;
      };
      const even = { id: 'two', summary: 'even' };
      deepEqual(await allSummaries(documents, { form: 1, of }), [{ id: 'one' }, even]);
      deepEqual(await allSummaries(documents, { form: 1, of: (value) => value }), [
        { id: 'one', summary: 'odd' },
        even,
      ]);
    });

    it('behaves as a map does, whatever is done in whatever order', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(someStep, { maxLength: 30 }), async (steps) => {
          const of = `partner-${(run += 1)}`;
          const old = await documents.insert(key('gone', of), 0);
          await documents.remove(key('gone', of), old);
          const model: Model = new Map();
          for (const does of steps) await step(documents, of, model, old, does);
          await step(documents, of, model, old, { does: 'list', limit: 3 });
        }),
        { numRuns: 60 },
      );
    });
  });
}
