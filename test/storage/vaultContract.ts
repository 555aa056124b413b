import assert from 'node:assert/strict';
import type { Vault } from '../../storage/vault.ts';

/** Promises of every vault; `place` gives for each test how a vault of one place is opened, again and again. */
export function vaultContract(name: string, place: () => Promise<() => Vault>): void {
  describe(`a vault: ${name}`, () => {
    it('has nothing at first, and then the last text that was written, for whoever opens it', async () => {
      const open = await place();
      assert.equal(await open().read(), undefined);
      assert.equal(await open().write('first', undefined), true);
      assert.equal(await open().write('second “中文” 😀', 'first'), true);
      assert.equal(await open().read(), 'second “中文” 😀');
    });

    it('refuses a text over one that is not there any more, and keeps the one that is', async () => {
      const open = await place();
      const [a, b] = [open(), open()];
      assert.equal(await a.write('a', 'former'), false);
      assert.equal(await a.write('a', undefined), true);
      assert.equal(await b.write('b', undefined), false);
      assert.equal(await b.write('b', 'a'), true);
      assert.equal(await a.write('again', 'a'), false);
      assert.equal(await a.read(), 'b');
    });

    it('keeps a text of 100,000 characters whole, and then a short one', async () => {
      const vault = (await place())();
      const long = 'é😀'.repeat(33_333);
      assert.equal(await vault.write(long, undefined), true);
      assert.equal(await vault.read(), long);
      assert.equal(await vault.write('short', long), true);
      assert.equal(await vault.read(), 'short');
    });
  });
}
