import assert from 'node:assert/strict';
import { coalesce } from '../../lib/coalesce.ts';

describe('runs that calls share', () => {
  /** Runs that end when told, in the order they began. */
  const runs = () => {
    const begun: { readonly name: string; end(): void; fail(): void }[] = [];
    const waiting: (() => void)[] = [];
    const call = coalesce(
      (name) =>
        new Promise((resolve, reject) => {
          begun.push({ name, end: resolve, fail: () => reject(new Error('full')) });
          for (const go of waiting.splice(0)) go();
        }),
    );
    /** Waits until that many runs have begun. */
    const until = async (count: number): Promise<void> => {
      while (begun.length < count) await new Promise<void>((resolve) => void waiting.push(resolve));
    };
    return { begun, call, until, names: () => begun.map(({ name }) => name) };
  };

  it('begin after the calls they answer, however many come meanwhile', async () => {
    const { begun, call, until, names } = runs();
    const first = call('a');
    let answered = 0;
    const others = [call('a'), call('a'), call('a')].map((one) => one.then(() => (answered += 1)));
    assert.deepEqual(names(), ['a']);
    begun[0]?.end();
    await first;
    await until(2);
    assert.deepEqual([names(), answered], [['a', 'a'], 0]);
    const late = call('a');
    begun[1]?.end();
    await Promise.all(others);
    await until(3);
    assert.deepEqual(names(), ['a', 'a', 'a'], 'a call during the second run waits for a third');
    begun[2]?.end();
    await late;
  });

  it('begin at once where none is under way', async () => {
    const { begun, call, names } = runs();
    for (const expected of [1, 2]) {
      const one = call('a');
      assert.equal(names().length, expected);
      begun.at(-1)?.end();
      await one;
    }
  });

  it('are side by side for different things', async () => {
    const { begun, call, names } = runs();
    const both = [call('a'), call('b')];
    assert.deepEqual(names(), ['a', 'b']);
    for (const one of begun) one.end();
    await Promise.all(both);
  });

  it('fail for those who share them, and for nobody else', async () => {
    const { begun, call, until } = runs();
    const first = call('a');
    const second = [call('a'), call('a')];
    begun[0]?.fail();
    await assert.rejects(first, /full/);
    await until(2);
    begun[1]?.end();
    await Promise.all(second);
  });
});
