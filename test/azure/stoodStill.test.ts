import { deepEqual } from 'node:assert/strict';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { hour, minute } from '../../lib/durations.ts';
import { openAzureDocuments } from '../../storage/azure/azureDocuments.ts';
import { type Customers, customers } from '../../storage/collections.ts';
import { eventually } from '../eventually.ts';
import { type Relay, startRelay } from '../reliability/relay.ts';
import { customerOf, partner, write } from '../storage/foundCustomers.ts';
import { azurite, newTable } from './azurite.ts';

const all = { find: '', reseller: '' };

/** A place of a request at which its process stands still: before it is sent, or done and its answer not read. */
type When = 'before' | 'after';

/**
 * Azurite as of a time that a test lets pass, of all machines at once; each process has a way of its own to it, on which a
 * request can be held while others work.
 */
function passingTime() {
  const right = Date.now;
  let passed = 0;
  Date.now = () => right() + passed;
  const relays: Relay[] = [];
  return {
    pass: (milliseconds: number): void => void (passed += milliseconds),
    async way() {
      const { connectionString } = await azurite();
      const [target = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(connectionString) ?? [];
      let stop: { readonly at: RegExp; readonly when: When } | undefined;
      let go: (() => void) | undefined;
      const standStill = async (when: When, name: string): Promise<void> => {
        if (stop?.when !== when || !stop.at.test(name)) return;
        stop = undefined;
        await new Promise<void>((resolve) => (go = resolve));
      };
      const relay = await startRelay((req, res) => void answer(req, res));
      async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
        const { method = '', url = '/', headers } = req;
        const name = `${method} ${decodeURIComponent(url)}`;
        await standStill('before', name);
        const onward = request(new URL(url, target), { method, headers }, (given) => {
          // The service's time of the answer, which passes while nobody reads it.
          const date = new Date(Date.now()).toUTCString();
          void standStill('after', name).then(() => {
            res.writeHead(given.statusCode ?? 502, { ...given.headers, date });
            given.pipe(res);
          });
        });
        req.pipe(onward);
      }
      relays.push(relay);
      return {
        connectionString: connectionString.replace(target, relay.url),
        holdAt: (at: RegExp, when: When): void => void (stop = { at, when }),
        isHeld: (): boolean => go !== undefined,
        release(): void {
          go?.();
          go = undefined;
        },
      };
    },
    async end() {
      Date.now = right;
      for (const relay of relays) await relay.close();
    },
  };
}

type Way = Awaited<ReturnType<ReturnType<typeof passingTime>['way']>>;

/** Requests of a look, in their order: the change log, then each record that it names. */
const requestsOfLook = { log: /ge '!log:1/, record: /^GET .*RowKey='c\d+'.*summary/ };

// Less than a look goes back, more, and longer than the log is kept.
const stoodFor = [20_000, 2 * minute, 30 * hour];

describe('customers on Azure Tables, where a process stood still', () => {
  let time: ReturnType<typeof passingTime>;
  let ways: { readonly still: Way; readonly other: Way };
  let still: Customers;
  let other: Customers;
  let added = 0;
  beforeEach(async () => {
    time = passingTime();
    const table = newTable();
    const open = async ({ connectionString }: Way, more = {}): Promise<Customers> =>
      customers(await openAzureDocuments({ connectionString }, table, { now: () => new Date() }), more);
    ways = { still: await time.way(), other: await time.way() };
    [still, other] = [await open(ways.still, { patience: 1 }), await open(ways.other)];
    added = 0;
    await add(still);
    for (const each of [still, other]) await each.every(partner, all);
  });
  afterEach(() => time.end());

  const add = async (records: Customers): Promise<void> => {
    added += 1;
    await write(records, { at: added, companyName: `Company ${String(added)}`, reseller: '', offers: [] });
  };

  const names = async (records: Customers): Promise<string[]> =>
    (await records.every(partner, all)).map(({ companyName }) => companyName);

  /** Lets time pass in which the other one adds a customer, changes the first one, and looks. */
  async function workFor(milliseconds: number): Promise<void> {
    for (const part of [0.001, 0.3, 0.6, 0.099]) {
      time.pass(part * milliseconds);
      await add(other);
      await names(other);
    }
    await write(other, { at: 1, companyName: `Changed ${String(added)}`, reseller: '', offers: [] });
  }

  const seenByBoth = async (): Promise<void> => {
    const expected = [`Changed ${String(added)}`];
    for (let at = 2; at <= added; at += 1) expected.push(`Company ${String(at)}`);
    deepEqual(await names(other), expected);
    deepEqual(await names(still), expected);
  };

  for (const milliseconds of stoodFor) {
    const name = `${String(milliseconds / 1_000)} s`;

    it(`are all seen by it, which did nothing for ${name}, and again`, async () => {
      for (const _ of [1, 2]) {
        await workFor(milliseconds);
        await seenByBoth();
      }
    });

    for (const [what, at] of Object.entries(requestsOfLook))
      for (const when of ['before', 'after'] as const)
        it(`are all seen by it, which stood ${when} it asked for the ${what} in a look, for ${name}`, async () => {
          await add(other);
          ways.still.holdAt(at, when);
          const look = names(still);
          await eventually('it stands still', ways.still.isHeld);
          await workFor(milliseconds);
          ways.still.release();
          await look;
          await seenByBoth();
          await workFor(minute);
          await seenByBoth();
        });

    for (const when of ['before', 'after'] as const)
      it(`are seen by others although it stood ${when} it wrote one, for ${name}`, async () => {
        ways.still.holdAt(/^POST .*batch/, when);
        const writing = still.insert(partner, 'c99', {
          ...customerOf({ at: 99, companyName: 'Late', reseller: '', offers: [] }),
        });
        await eventually('it stands still', ways.still.isHeld);
        await workFor(milliseconds);
        ways.still.release();
        await writing;
        for (const each of [other, still]) deepEqual((await names(each)).at(-1), 'Late');
      });
  }

  it('are in its list, however long its look at the change log takes', async () => {
    await add(other);
    ways.still.holdAt(requestsOfLook.log, 'before');
    const list = still.search(partner, all, {}, 10);
    await eventually('it stands still', ways.still.isHeld);
    await new Promise((resolve) => setTimeout(resolve, 50));
    ways.still.release();
    deepEqual((await list).rows.length, added);
  });
});
