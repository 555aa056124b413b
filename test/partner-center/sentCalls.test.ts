import assert from 'node:assert/strict';
import { recordSentCall, sentCalls } from '../../partner-center/sentCalls.ts';

/** A promise that is resolved from outside. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), opened };
}

describe('the calls that a job sent', () => {
  it('are those of its own, also while another job begins and ends', async () => {
    const { open, opened } = gate();
    const [long, short] = [sentCalls(), sentCalls()];
    const running = long.within(async () => {
      recordSentCall('long-1', false);
      await opened;
      recordSentCall('long-2', false);
    });
    await short.within(async () => recordSentCall('short-1', false));
    recordSentCall('of no job', false);
    assert.deepEqual([long.last(), short.last()], ['long-1', 'short-1']);
    open();
    await running;
    assert.deepEqual([long.last(), short.last()], ['long-2', 'short-1']);
  });

  it('are followed over all attempts, after one that failed too, and a change counts more than a later query', async () => {
    const calls = sentCalls();
    await assert.rejects(
      calls.within(async () => {
        recordSentCall('change-1', false);
        throw new Error('no answer');
      }),
    );
    await calls.within(async () => {
      await Promise.resolve();
      recordSentCall('query-1', true);
    });
    assert.equal(calls.last(), 'change-1');
    await calls.within(async () => recordSentCall('change-2', false));
    assert.equal(calls.last(), 'change-2');
  });
});
