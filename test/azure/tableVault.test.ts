import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { copyFolderToTable, copyTableToFolder } from '../../storage/azure/copyTable.ts';
import { openTableVault } from '../../storage/azure/tableVault.ts';
import { openDocuments } from '../../storage/openDocuments.ts';
import { vaultFor } from '../../storage/vault.ts';
import { vaultContract } from '../storage/vaultContract.ts';
import { azurite, newTable } from './azurite.ts';
import { lostAnswers, quickly, refusals } from './faults.ts';

const tenantId = '00000000-0000-4000-8000-00000000000a';
const now = (): Date => new Date();

const newPlace = async () => {
  const { connectionString } = await azurite();
  return { account: { connectionString }, name: newTable() };
};

vaultContract('Azure Tables', async () => {
  const place = await newPlace();
  return () => vaultFor(place, 'no folder', tenantId);
});

describe('a consent in Azure Tables', () => {
  it('is told as written where the answer of the write was lost', async () => {
    const place = await newPlace();
    const { policy, counts } = lostAnswers(1);
    const vault = await openTableVault(place, tenantId, { ...quickly, additionalPolicies: [policy] });
    assert.equal(await vault.write('first', undefined), true);
    assert.equal(await vault.write('second', 'first'), true);
    assert.ok(counts.lost >= 2);
    assert.equal(await vault.read(), 'second');
  });

  it('stays what it was where the service refuses, whose error has nothing of it', async () => {
    const place = await newPlace();
    const { policy, state } = refusals(503);
    const vault = await openTableVault(place, tenantId, { ...quickly, additionalPolicies: [policy] });
    await vault.write('first', undefined);
    state.left = 20;
    await assert.rejects(vault.write('MARK-token', 'first'), (error: Error) => !JSON.stringify(error).includes('MARK'));
    state.left = 0;
    assert.equal(await vault.read(), 'first');
  });

  it('has one winner of ten who write over the same text', async () => {
    const place = await newPlace();
    const first = vaultFor(place, '', tenantId);
    await first.write('first', undefined);
    const texts = Array.from({ length: 10 }, (_, at) => `text ${String(at)}`);
    const won = await Promise.all(texts.map(async (text) => vaultFor(place, '', tenantId).write(text, 'first')));
    assert.equal(won.filter(Boolean).length, 1);
    assert.equal(await first.read(), texts[won.indexOf(true)]);
  });

  it('is in no list of the documents and in no copy of them, and does not make a table one that has documents', async () => {
    const place = await newPlace();
    await vaultFor(place, '', tenantId).write('MARK-token', undefined);
    const folder = await mkdtemp(join(tmpdir(), 'vault-'));
    try {
      const source = await openDocuments('lowdb', join(folder, 'from'), { now });
      await source.insert({ kind: 'people', partner: tenantId, id: 'a' }, { a: 1 });
      await source.close();
      await copyFolderToTable(join(folder, 'from'), place);
      const documents = await openAzureDocuments(place.account, place.name, { now });
      assert.deepEqual(await documents.partitions(), [{ kind: 'people', partner: tenantId }]);
      await copyTableToFolder(place, { storage: 'lowdb', folder: join(folder, 'to') });
      const files = await readdir(join(folder, 'to'), { recursive: true, withFileTypes: true });
      for (const file of files.filter((one) => one.isFile()))
        assert.ok(!(await readFile(join(file.parentPath, file.name), 'utf8')).includes('MARK'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
