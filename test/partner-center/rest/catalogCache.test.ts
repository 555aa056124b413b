import assert from 'node:assert/strict';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import type { Offer } from '../../../partner-center/rules/catalog.ts';
import { catalogCache, type CatalogReading } from '../../../partner-center/rest/catalogCache.ts';
import { now } from './stub.ts';

const offer = (id: string) => ({ id }) as Offer; // its id is all that is looked at
const unavailable = new PartnerCenterError({ reason: 'unavailable' }, 'c1', true);

/** Catalogues whose readings go on when they are told to. */
const shop = () => {
  const clock = { now };
  const readings: { country: string; found: Offer[]; end: (error?: Error) => Promise<void> }[] = [];
  const read = (country: string): CatalogReading => {
    const found: Offer[] = [];
    let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
    const done = new Promise<void>((resolve, reject) => void (settle = { resolve, reject }));
    const end = async (error?: Error): Promise<void> => {
      if (error === undefined) settle?.resolve();
      else settle?.reject(error);
      await done.catch(() => undefined);
    };
    readings.push({ country, found, end });
    return { offers: () => [...found], leftOut: () => 0, done };
  };
  const pass = (minutes: number): void => void (clock.now = new Date(clock.now.getTime() + minutes * 60_000));
  return { kept: catalogCache(read, () => clock.now), readings, pass };
};

describe('the catalogs that are kept', () => {
  it('are begun by who looks first, never waited for, and read once for all', async () => {
    const { kept, readings } = shop();
    assert.equal(kept.peek('US').state, 'reading');
    assert.equal(kept.peek('US').state, 'reading');
    kept.peek('CA');
    assert.deepEqual(
      readings.map(({ country }) => country),
      ['US', 'CA'],
    );
    readings[0]?.found.push(offer('a'));
    assert.deepEqual(kept.peek('US').offers, [offer('a')]);
    const all = kept.read('US');
    readings[0]?.found.push(offer('b'));
    await readings[0]?.end();
    const { state, offers } = await all;
    assert.deepEqual([state, offers], ['read', [offer('a'), offer('b')]]);
    assert.equal(kept.peek('US').state, 'read');
    assert.equal(readings.length, 2);
  });

  it('are read again after a day, and what was known is used meanwhile, also when that fails', async () => {
    const { kept, readings, pass } = shop();
    kept.peek('US');
    readings[0]?.found.push(offer('a'));
    await readings[0]?.end();
    pass(24 * 60 - 1);
    kept.peek('US');
    assert.equal(readings.length, 1);
    pass(1);
    assert.deepEqual([kept.peek('US').state, kept.peek('US').offers], ['read', [offer('a')]]);
    assert.equal(readings.length, 2);
    await readings[1]?.end(unavailable);
    assert.deepEqual((await kept.read('US')).offers, [offer('a')]);
  });

  it('are read again when the clock was set back, by more than their time, since they were read or could not be', async () => {
    for (const error of [undefined, unavailable]) {
      const { kept, readings, pass } = shop();
      kept.peek('US');
      await readings[0]?.end(error);
      pass(-365 * 24 * 60);
      kept.peek('US');
      assert.equal(readings.length, 2);
    }
  });

  it('that could not be read say so, keep what was read, and are tried again when somebody asks, or a minute later', async () => {
    const { kept, readings, pass } = shop();
    kept.peek('US');
    readings[0]?.found.push(offer('a'));
    await readings[0]?.end(unavailable);
    const { state, offers, fault } = kept.peek('US');
    assert.deepEqual([state, offers, fault], ['failed', [offer('a')], { reason: 'unavailable', correlationId: 'c1' }]);
    assert.equal(readings.length, 1);
    assert.equal(kept.peek('US', true).state, 'reading');
    await readings[1]?.end(unavailable);
    pass(1);
    assert.equal(kept.peek('US').state, 'reading');
    const waits = kept.read('US');
    await readings[2]?.end(unavailable);
    await assert.rejects(waits, PartnerCenterError);
    const again = kept.read('US');
    await readings[3]?.end();
    assert.equal((await again).state, 'read');
  });
});
