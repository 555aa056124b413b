import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileVault } from '../../storage/vault.ts';
import { vaultContract } from './vaultContract.ts';

const tenantId = '00000000-0000-4000-8000-00000000000a';
const folders: string[] = [];
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  folders.push(folder);
  return folder;
};

after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

vaultContract('a file', async () => {
  const folder = await newFolder();
  return () => fileVault(folder, tenantId);
});

describe('the file of a consent', () => {
  it('is the process’s alone, in a folder that is so too, and is replaced whole', async () => {
    const folder = await newFolder();
    const vault = fileVault(folder, tenantId);
    await vault.write('first', undefined);
    await vault.write('second', 'first');
    const file = join(folder, 'tokens', `${tenantId}.json`);
    assert.equal(await readFile(file, 'utf8'), 'second');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal((await stat(join(folder, 'tokens'))).mode & 0o777, 0o700);
    assert.deepEqual(await readdir(join(folder, 'tokens')), [`${tenantId}.json`]);
  });
});
