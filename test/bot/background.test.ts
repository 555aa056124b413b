import assert from 'node:assert/strict';
import { createBackground } from '../../bot/services.ts';
import { keepLog } from './desk.ts';

describe('work in the background', () => {
  it('ends no process by its error, nor the orderly end of one, and is in the log unless that broke it off', async () => {
    for (const isEnding of [false, true]) {
      const closing = new AbortController();
      const { log, lines } = keepLog();
      const background = createBackground(closing.signal, log);
      let fail = (_error: Error): void => undefined;
      background.run(new Promise<void>((_resolve, reject) => (fail = reject)));
      if (isEnding) closing.abort();
      fail(new Error('a call was broken off'));
      await background.idle();
      assert.equal(lines.length, isEnding ? 0 : 1);
    }
  });
});
