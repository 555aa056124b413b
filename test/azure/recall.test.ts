import { deepEqual, equal, rejects } from 'node:assert/strict';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { updateItem } from '../../storage/conflicts.ts';
import { users } from '../../storage/collections.ts';
import { type DocumentKey, type Documents, StaleDocument } from '../../storage/documents.ts';
import { newUser } from '../../model/user.ts';
import { azurite, newTable } from './azurite.ts';

const now = () => new Date('2026-03-01T12:00:00.123Z');
const partner = '5c1a3c6e-0d6b-4f0e-9a53-0f2f3f1c7a10';
const key = (id: string): DocumentKey => ({ kind: 'people', partner, id });

describe('a document on Azure Tables, of two processes', () => {
  let a: Documents;
  let b: Documents;
  const recalled = (documents: Documents, id: string) => documents.recall?.(key(id))?.value;
  beforeEach(async () => {
    const table = newTable();
    const { connectionString } = await azurite();
    [a, b] = [
      await openAzureDocuments({ connectionString }, table, { now }),
      await openAzureDocuments({ connectionString }, table, { now }),
    ];
  });

  /** Writes and reads by a process alone, until it recalls what it wrote. */
  async function trust(documents: Documents): Promise<void> {
    equal(recalled(documents, 'other'), undefined);
    await documents.insert(key('other'), 0);
    for (let read = 0; read < 20; read += 1) {
      equal(recalled(documents, 'other'), undefined);
      await documents.get(key('other'));
    }
    equal(recalled(documents, 'other'), 0);
  }

  it('is recalled as the one left it that found nothing of the other’s, and no more after a conflict', async () => {
    await trust(a);
    const etag = await a.insert(key('one'), 1);
    deepEqual(a.recall?.(key('one')), { id: 'one', etag, value: 1 });
    const next = await b.replace(key('one'), 2, etag);
    await rejects(a.replace(key('one'), 3, etag), StaleDocument);
    for (const id of ['one', 'other']) equal(recalled(a, id), undefined);
    await a.replace(key('one'), 3, next);
    equal((await b.get(key('one')))?.value, 3);
  });

  it('is not recalled any more by who finds another’s version, nor once it is removed', async () => {
    await trust(a);
    const etag = await a.insert(key('gone'), 1);
    await a.remove(key('gone'), etag);
    equal(recalled(a, 'gone'), undefined);
    await b.replace(key('other'), 1, (await b.get(key('other')))?.etag ?? '');
    equal((await a.get(key('other')))?.value, 1);
    equal(recalled(a, 'other'), undefined);
  });

  it('loses no change of two that recall it by turns', async () => {
    await trust(a);
    const [mine, theirs] = [users(a), users(b)];
    await mine.insert(partner, 'u1', newUser());
    const greet = (greeted: string) => async (people: typeof mine) =>
      updateItem(people, partner, 'u1', (user) => ({ ...user, greeted: [...user.greeted, greeted] }));
    await greet('1')(mine);
    await greet('2')(theirs);
    await greet('3')(mine);
    deepEqual((await theirs.get(partner, 'u1'))?.value.greeted, ['1', '2', '3']);
  });
});
