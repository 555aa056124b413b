import { deepEqual, equal, ok, rejects, throws } from 'node:assert/strict';
import * as z from 'zod';
import { collection, summarizedCollection, type Collection } from '../../storage/collection.ts';
import { insertOnce, updateItem } from '../../storage/conflicts.ts';
import {
  StaleDocument,
  UnreadableDocument,
  type Documents,
  type Json,
  type DocumentKey,
} from '../../storage/documents.ts';
import { openLowdbDocuments } from '../../storage/lowdb/lowdbDocuments.ts';
import { InvalidValue, NewerDocument } from '../../storage/collectionSchema.ts';
import { folders } from './folder.ts';

const places = folders();
const key: DocumentKey = { kind: 'notes', partner: 'p1', id: 'one' };

let judged = 0;
const note = z.object({
  title: z.string().min(1),
  tags: z.array(z.string()),
  extra: z.string().optional(),
  any: z.unknown().optional(),
});
type Note = z.infer<typeof note>;
const counting: z.ZodType<Note> = note.refine(() => (judged += 1) > 0);
const old = z.object({ name: z.string() });

const migrations = [
  (data: unknown) => ({ title: old.parse(data).name }),
  (data: unknown) => Object.assign(data as object, { tags: [] }),
];

describe('a collection', () => {
  let documents: Documents;
  let notes: Collection<Note>;
  const told: string[] = [];
  beforeEach(async () => {
    told.length = 0;
    documents = await openLowdbDocuments(await places.make(), {
      now: () => new Date(0),
      onUnreadable: (at, _file, reason) => told.push(`${at.id}: ${reason}`),
    });
    notes = collection(documents, { kind: 'notes', schema: counting, version: 3, migrations });
  });
  afterEach(async () => {
    await documents.close();
    await places.clear();
  });

  const write = (value: Json, id = 'one') => documents.insert({ ...key, id }, value);

  it('gives back what was written, with its schema number on disk', async () => {
    const etag = await notes.insert('p1', 'one', { title: 'Tailspin', tags: ['a'] });
    deepEqual(await notes.get('p1', 'one'), { id: 'one', etag, value: { title: 'Tailspin', tags: ['a'] } });
    deepEqual((await documents.get(key))?.value, { schema: 3, data: { title: 'Tailspin', tags: ['a'] } });
    const next = await notes.replace('p1', 'one', { title: 'Tailspin Toys', tags: [] }, etag);
    equal((await notes.get('p1', 'one'))?.value.title, 'Tailspin Toys');
    await rejects(notes.replace('p1', 'one', { title: 'x', tags: [] }, etag), StaleDocument);
    await notes.remove('p1', 'one', next);
    equal(await notes.get('p1', 'one'), undefined);
  });

  it('leaves out what is undefined and what the schema does not know', async () => {
    const more = { title: 'a', tags: [], extra: undefined, unknown: 'secret' };
    await notes.insert('p1', 'one', more);
    deepEqual((await documents.get(key))?.value, { schema: 3, data: { title: 'a', tags: [] } });
    ok(!('extra' in ((await notes.get('p1', 'one'))?.value ?? {})));
  });

  it('gives values that nobody can change for others, as it wrote them and as it reads them', async () => {
    const value = { title: 'a', tags: ['t'], any: { deep: [1] } };
    await notes.insert('p1', 'one', value);
    await write({ schema: 3, data: structuredClone(value) }, 'two');
    for (const id of ['one', 'two']) {
      const read = (await notes.get('p1', id))?.value;
      throws(() => read?.tags.push('mine'), TypeError);
      throws(() => Object.assign(read?.any ?? {}, { deep: [2] }), TypeError);
      deepEqual((await notes.get('p1', id))?.value, value);
    }
    value.tags.push('later');
    deepEqual((await notes.get('p1', 'one'))?.value.tags, ['t']);
  });

  it('judges what is remembered only once', async () => {
    await notes.insert('p1', 'one', { title: 'a', tags: [] });
    await notes.get('p1', 'one');
    judged = 0;
    await notes.get('p1', 'one');
    await notes.get('p1', 'one');
    equal(judged, 0);
  });

  it('does not let a value reach the disk that could not be read back', async () => {
    await rejects(notes.insert('p1', 'one', { title: '', tags: [] }), InvalidValue);
    await rejects(
      notes.insert('p1', 'one', { title: 'secret', tags: [Number.NaN as unknown as string] }),
      (error: Error) => error.message === 'a document of kind notes does not fit its schema: tags.0 invalid_type',
    );
    const dates = collection(documents, { kind: 'notes', schema: z.date(), version: 1, migrations: [] });
    await rejects(dates.insert('p1', 'one', new Date(0)), InvalidValue);
    equal(await documents.get(key), undefined);
    const etag = await notes.insert('p1', 'one', { title: 'kept', tags: [] });
    await rejects(notes.replace('p1', 'one', { title: '', tags: [] }, etag), InvalidValue);
    equal((await notes.get('p1', 'one'))?.etag, etag);
  });

  it('brings older documents to the present schema, step by step, and leaves them as they are on disk', async () => {
    const etag = await write({ schema: 1, data: { name: 'Wingtip' } });
    await write({ schema: 2, data: { title: 'Litware' } }, 'two');
    deepEqual(await notes.get('p1', 'one'), { id: 'one', etag, value: { title: 'Wingtip', tags: [] } });
    deepEqual((await notes.get('p1', 'two'))?.value, { title: 'Litware', tags: [] });
    deepEqual((await documents.get({ ...key, id: 'two' }))?.value, { schema: 2, data: { title: 'Litware' } });
  });

  it('refuses a newer document, naming both numbers, names it in a list, and leaves it in place', async () => {
    await write({ schema: 4, data: { whatever: ['Litware "Ltd"'] } });
    await notes.insert('p1', 'two', { title: 'second', tags: [] });
    const refusal = (error: Error) =>
      error instanceof NewerDocument && error.message.includes('schema 4') && error.message.includes('up to 3');
    await rejects(notes.get('p1', 'one'), refusal);
    const { items, newer } = await notes.list('p1', { limit: 5 });
    deepEqual([items.map(({ id }) => id), newer.map(refusal)], [['two'], [true]]);
    deepEqual([newer[0]?.names(['x', 'Litware "Ltd"']), newer[0]?.names(['Litware'])], [true, false]);
    ok(await documents.get(key));
  });

  it('gives what it can read of several partners, beside what is newer or cannot be understood', async () => {
    const good = { schema: 3, data: { title: 'a', tags: [] } };
    await documents.insert({ ...key, partner: 'p1', id: 'good' }, good);
    await documents.insert({ ...key, partner: 'p2', id: 'newer' }, { schema: 4, data: {} });
    await documents.insert({ ...key, partner: 'p2', id: 'odd' }, { schema: 3 });
    await documents.insert({ ...key, partner: 'p2', id: 'good' }, good);
    await documents.insert({ ...key, partner: 'p3', id: 'good' }, good);
    const found: string[] = [];
    for await (const { partner, id } of notes.ofPartners(['p1', 'p2', 'p4'])) found.push(`${partner}/${id}`);
    deepEqual(found, ['p1/good', 'p2/good']);
    ok(await documents.get({ ...key, partner: 'p2', id: 'newer' }));
  });

  const misfits: readonly Json[] = [
    null,
    'text',
    [],
    { data: { title: 'a', tags: [] } },
    { schema: 0, data: { title: 'a', tags: [] } },
    { schema: 1.5, data: { title: 'a', tags: [] } },
    { schema: 3 },
    { schema: 3, data: { title: 7, tags: [] } },
    { schema: 2, data: 'no object' },
    { schema: 1, data: null },
  ];
  for (const value of misfits)
    it(`says so once and sets aside what it cannot understand: ${JSON.stringify(value)}`, async () => {
      await write(value);
      await rejects(notes.get('p1', 'one'), UnreadableDocument);
      equal(await notes.get('p1', 'one'), undefined);
      equal(told.length, 1);
    });

  it('tells why without telling what', async () => {
    await write({ schema: 3, data: { title: 'secret', tags: 'secret' } });
    await rejects(notes.get('p1', 'one'));
    deepEqual(told, ['one: tags invalid_type']);
  });

  it('lists the good ones and names the others', async () => {
    await notes.insert('p1', 'a', { title: 'a', tags: [] });
    await write({ schema: 3, data: {} }, 'b');
    await notes.insert('p1', 'c', { title: 'c', tags: [] });
    await notes.insert('p1', 'd', { title: 'd', tags: [] });
    const page = await notes.list('p1', { limit: 3 });
    deepEqual([page.items.map((item) => item.value.title), page.unreadable, page.next], [['a', 'c'], ['b'], 'c']);
    const rest = await notes.list('p1', { after: 'c', limit: 3 });
    deepEqual([rest.items.map((item) => item.id), rest.unreadable, 'next' in rest], [['d'], [], false]);
  });

  it('reads again what was mended while it was being set aside', async () => {
    const etag = await write({ schema: 3, data: {} });
    const mending: Documents = {
      ...documents,
      async quarantine(at, version, reason) {
        await documents.replace(key, { schema: 3, data: { title: 'mended', tags: [] } }, etag);
        return documents.quarantine(at, version, reason);
      },
    };
    const mended = collection(mending, { kind: 'notes', schema: note, version: 3, migrations });
    equal((await mended.get('p1', 'one'))?.value.title, 'mended');
  });

  describe('with summaries', () => {
    const made: string[] = [];
    const shape = (form: number) => ({
      kind: 'notes',
      schema: note,
      version: 3,
      migrations,
      form,
      summary: ({ title }: Note) => (made.push(title), { form, title }),
    });
    const summariesOf = async (form: number, of = documents) => {
      const items: unknown[] = [];
      const unreadable: string[] = [];
      for await (const some of summarizedCollection(of, shape(form)).summaries('p1')) {
        items.push(...some.items);
        unreadable.push(...some.unreadable);
      }
      return { items, unreadable };
    };

    it('has one of everything, of the present form, whoever wrote it and in whatever schema', async () => {
      await notes.insert('p1', 'b', { title: 'B', tags: [] });
      await write({ schema: 1, data: { name: 'A' } }, 'a');
      await summarizedCollection(documents, shape(1)).insert('p1', 'c', { title: 'C', tags: [] });
      for (const form of [1, 2])
        deepEqual(await summariesOf(form), {
          items: ['A', 'B', 'C'].map((title) => ({ id: title.toLowerCase(), summary: { form, title } })),
          unreadable: [],
        });
    });

    it('is changed with its item', async () => {
      const items = summarizedCollection(documents, shape(1));
      const etag = await items.insert('p1', 'a', { title: 'former', tags: [] });
      await items.replace('p1', 'a', { title: 'next', tags: [] }, etag);
      deepEqual((await summariesOf(1)).items, [{ id: 'a', summary: { form: 1, title: 'next' } }]);
    });

    it('names what cannot be understood, once, and sets it aside', async () => {
      await notes.insert('p1', 'a', { title: 'a', tags: [] });
      await write({ schema: 3, data: {} }, 'b');
      deepEqual((await summariesOf(1)).unreadable, ['b']);
      deepEqual(await summariesOf(1), { items: [{ id: 'a', summary: { form: 1, title: 'a' } }], unreadable: [] });
      deepEqual(told, ['b: title invalid_type, tags invalid_type']);
    });

    it('names a newer document as one that cannot be read, and leaves it in place', async () => {
      await write({ schema: 4, data: {} });
      deepEqual(await summariesOf(1), { items: [], unreadable: ['one'] });
      ok(await documents.get(key));
    });
  });

  const tagged = (tag: string) => (present: Note) => ({ ...present, tags: [...present.tags, tag] });

  it('inserts once, says so, and leaves what is there, even what it cannot understand', async () => {
    equal(await insertOnce(notes, 'p1', 'one', { title: 'first', tags: [] }), true);
    equal(await insertOnce(notes, 'p1', 'one', { title: 'second', tags: [] }), false);
    equal((await notes.get('p1', 'one'))?.value.title, 'first');
    const etag = await write({ schema: 4, data: {} }, 'newer');
    equal(await insertOnce(notes, 'p1', 'newer', { title: 'older', tags: [] }), false);
    equal((await documents.get({ ...key, id: 'newer' }))?.etag, etag);
    await rejects(insertOnce(notes, 'p1', 'two', { title: '', tags: [] }), InvalidValue);
  });

  it('updates the present item and gives it as it is then', async () => {
    await notes.insert('p1', 'one', { title: 'a', tags: [] });
    const updated = await updateItem(notes, 'p1', 'one', tagged('t'));
    deepEqual(updated?.value, { title: 'a', tags: ['t'] });
    deepEqual(await notes.get('p1', 'one'), updated);
    equal(await updateItem(notes, 'p1', 'none', tagged('t')), undefined);
    await rejects(
      updateItem(notes, 'p1', 'one', (present) => ({ ...present, title: '' })),
      InvalidValue,
    );
  });

  it('leaves an item that an update gives nothing for, and gives it', async () => {
    const etag = await notes.insert('p1', 'one', { title: 'a', tags: [] });
    deepEqual(await updateItem(notes, 'p1', 'one', () => undefined), {
      id: 'one',
      etag,
      value: { title: 'a', tags: [] },
    });
    equal((await notes.get('p1', 'one'))?.etag, etag);
  });

  it('loses none of many updates at once', async () => {
    await notes.insert('p1', 'one', { title: 'a', tags: [] });
    const tags = Array.from({ length: 20 }, (_, at) => String(at));
    await Promise.all(tags.map(async (tag) => updateItem(notes, 'p1', 'one', tagged(tag))));
    deepEqual((await notes.get('p1', 'one'))?.value.tags.toSorted(), tags.toSorted());
  });

  it('updates what somebody else changed meanwhile, and gives up on what they removed', async () => {
    const first = await notes.insert('p1', 'one', { title: 'a', tags: [] });
    const meanwhile: Note[] = [];
    let others: (() => Promise<unknown>) | undefined = async () =>
      notes.replace('p1', 'one', { title: 'theirs', tags: [] }, first);
    const contested: Collection<Note> = {
      ...notes,
      async replace(partner, id, value, etag) {
        await others?.();
        others = undefined;
        meanwhile.push(value);
        return notes.replace(partner, id, value, etag);
      },
    };
    const updated = await updateItem(contested, 'p1', 'one', tagged('mine'));
    deepEqual(updated?.value, { title: 'theirs', tags: ['mine'] });
    deepEqual(
      meanwhile.map(({ title }) => title),
      ['a', 'theirs'],
    );
    others = async () => notes.remove('p1', 'one', updated?.etag ?? '');
    equal(await updateItem(contested, 'p1', 'one', tagged('again')), undefined);
    equal(await notes.get('p1', 'one'), undefined);
  });

  it('does not begin without every migration', () => {
    throws(() => collection(documents, { kind: 'notes', schema: note, version: 2, migrations: [] }), RangeError);
  });
});
