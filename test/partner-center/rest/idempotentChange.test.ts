import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PartnerCenterError } from '../../../partner-center/rules/fault.ts';
import { applyOnce, type OnceResult } from '../../../partner-center/rest/idempotentChange.ts';
import { requestJournal } from '../../../partner-center/rest/requestJournal.ts';
import { RestError } from '../../../partner-center/rest/restError.ts';
import { memoryDocuments } from '../../memoryDocuments.ts';
import { now } from './stub.ts';

/** How one try of a change goes. */
const ways = [
  'answered',
  'lost before',
  'lost after',
  'refused',
  'throttled',
  'silent, then refused',
  'raced',
] as const;
type Way = (typeof ways)[number];

/** A try, and what somebody else makes of it afterwards, if anything. */
type Try = readonly [way: Way, afterwards?: string];

const lost = () => new RestError({ data: [] }, 'c');
const refusal = (code: string, afterSilence = false) =>
  new RestError({ status: 400, code, data: [] }, 'c', { subject: 'subscription', afterSilence });
const throttled = () => new RestError({ status: 429, data: [] }, 'c');
const [stale, quantity] = ['2055', '2002'];

/** Something that has a value; somebody wants `wanted` in it. */
function something(wanted: string) {
  const is = { value: 'former', version: 1 };
  const made: number[] = [];
  const notes = requestJournal(memoryDocuments(), 'tenant', () => now);
  const set = (value: string): void => {
    is.value = value;
    is.version += 1;
  };
  const look = async () => ({
    shown: is.value,
    version: String(is.version),
    is: { value: is.value },
    wanted: { value: wanted },
  });
  const make = (version: string): void => {
    if (version !== String(is.version)) throw refusal(stale);
    made.push(is.version);
    set(wanted);
  };
  const ask =
    (way: Way) =>
    async ({ version }: { readonly version: string }): Promise<OnceResult<string>> => {
      if (way === 'lost before') throw lost();
      if (way === 'refused') throw refusal(quantity);
      if (way === 'throttled') throw throttled();
      if (way === 'raced') set('raced');
      make(version);
      if (way === 'lost after') throw lost();
      if (way === 'silent, then refused') throw refusal(stale, true);
      return { state: 'done', shown: is.value };
    };
  /** Tries it; `before` happens just before the call arrives, as where a process stands still with it. */
  const attemptLate = (before: () => Promise<void>) =>
    applyOnce({ memory: notes }, 'request', look, async (read) => {
      await before();
      return ask('answered')(read);
    });
  /** Tries it; `meanwhile` happens after it was asked whether it was tried before, and before it is looked at. */
  const attempt = (way: Way, meanwhile?: () => Promise<void>) => {
    let pause = meanwhile;
    const lookLater = async () => {
      await pause?.();
      pause = undefined;
      return look();
    };
    return applyOnce({ memory: notes }, 'request', lookLater, ask(way));
  };
  return { is, made, set, attempt, attemptLate };
}

/** Tries on while the fault may pass; gives what came of it, or the refusal; undefined while nothing did. */
async function run(thing: ReturnType<typeof something>, tries: readonly Try[]) {
  const seen = { lost: false, touched: false };
  for (const [way, afterwards] of tries) {
    const made = thing.made.length;
    try {
      return { came: await thing.attempt(way), seen };
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      if (!error.retryable) return { refused: error.fault.reason, seen };
    } finally {
      assert.ok(!seen.touched || thing.made.length === made, 'what somebody changed after a lost answer stays');
    }
    seen.lost ||= way.startsWith('lost');
    if (afterwards === undefined) continue;
    thing.set(afterwards);
    seen.touched ||= seen.lost;
  }
  return { seen };
}

describe('a change that is made once', () => {
  it('is never made twice, writes over nothing of somebody else’s, and says what is so', async () => {
    const one = fc.oneof(
      fc.tuple(fc.constantFrom(...ways)),
      fc.tuple(fc.constantFrom(...ways), fc.constantFrom('other', 'wanted', 'former')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), async (tries) => {
        const thing = something('wanted');
        const { came, refused, seen } = await run(thing, tries);
        assert.ok(thing.made.length <= 1, 'once');
        if (came?.state === 'done') assert.equal(came.shown, 'wanted');
        if (came?.state === 'unclear') assert.ok(seen.touched || tries.some(([way]) => way === 'raced'));
        if (refused !== undefined) assert.deepEqual(thing.made, []);
      }),
      { numRuns: 500 },
    );
  });

  const cases: readonly (readonly [string, readonly Try[], string, number])[] = [
    ['is done when the answer comes', [['answered']], 'done', 1],
    ['is known to be done when only its answer was lost', [['lost after'], ['answered']], 'done', 1],
    ['is made at the second try when the first did nothing', [['lost before'], ['answered']], 'done', 1],
    ['is left alone when it was made, and undone by somebody', [['lost after', 'former'], ['answered']], 'unclear', 1],
    [
      'is left alone when somebody changed the same, and nobody knows whether it was made before',
      [['lost before', 'other'], ['answered']],
      'unclear',
      0,
    ],
    [
      'is done when its call was repeated after a silence, and refused because it was made',
      [['silent, then refused']],
      'done',
      1,
    ],
    ['is refused as stale when somebody was faster, and nothing was lost', [['raced']], 'stale', 0],
    ['is judged anew after a try that was refused for now', [['throttled', 'other'], ['answered']], 'done', 1],
  ];
  for (const [what, tries, outcome, times] of cases) {
    it(what, async () => {
      const thing = something('wanted');
      const { came, refused } = await run(thing, tries);
      assert.deepEqual([came?.state ?? refused, thing.made.length], [outcome, times]);
    });
  }

  for (const [afterwards, outcome] of [
    [undefined, 'done'],
    ['former', 'unclear'],
  ] as const)
    it(`is ${outcome} where another process made it while this one stood still before its look${afterwards === undefined ? '' : ', and somebody took it back'}`, async () => {
      const thing = something('wanted');
      const { state } = await thing.attempt('answered', async () => {
        await thing.attempt('answered');
        if (afterwards !== undefined) thing.set(afterwards);
      });
      assert.deepEqual([state, thing.made.length], [outcome, 1]);
    });

  it('is made once where a process stood still with its call, and the answer to another one’s was lost', async () => {
    const thing = something('wanted');
    const { state } = await thing.attemptLate(() => assert.rejects(thing.attempt('lost after')));
    assert.equal(state, 'done');
    thing.set('former');
    assert.deepEqual([(await thing.attempt('answered')).state, thing.made.length], ['unclear', 1]);
  });

  it('does not mind how the service writes a text', async () => {
    const thing = something('Main  Street');
    await assert.rejects(thing.attempt('lost after'));
    thing.set('MAIN STREET');
    assert.deepEqual(await thing.attempt('answered'), { state: 'done', shown: 'MAIN STREET' });
  });
});
