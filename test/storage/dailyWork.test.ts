import assert from 'node:assert/strict';
import { dayMs, hour } from '../../lib/durations.ts';
import { takeDailyWork } from '../../storage/dailyWork.ts';
import { memoryDocuments } from '../memoryDocuments.ts';

const begin = Date.parse('2026-03-02T10:00:00.000Z');
const at = (milliseconds: number): Date => new Date(begin + milliseconds);

describe('work that is done once a day', () => {
  it('is one process’s, whoever asks at the same time, and due again the next day', async () => {
    const documents = memoryDocuments();
    for (const day of [0, 1, 2]) {
      const answers = await Promise.all(
        [0, 1, 2, 3].map(async (second) => takeDailyWork(documents, 'tidying', at(day * dayMs + second * 1_000))),
      );
      assert.equal(answers.filter(Boolean).length, 1);
      for (const later of [1, 12, 22])
        assert.ok(!(await takeDailyWork(documents, 'tidying', at(day * dayMs + later * hour))));
    }
    assert.ok(await takeDailyWork(documents, 'another', at(0)));
  });

  it('is due, too, when a clock that was a year ahead is set right', async () => {
    const documents = memoryDocuments();
    assert.ok(await takeDailyWork(documents, 'tidying', at(365 * dayMs)));
    assert.ok(await takeDailyWork(documents, 'tidying', at(0)));
    assert.ok(!(await takeDailyWork(documents, 'tidying', at(hour))));
  });
});
