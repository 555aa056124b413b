import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import type { Customer } from '../../model/customer.ts';
import { textsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { startConnector } from '../connector.ts';
import { existing, pressAny } from '../conversations/existing.ts';
import { planted, premium, sellOneProduct } from '../conversations/restBot.ts';
import { moveElsewhere, simulatedCustomer, subscribeElsewhere } from '../conversations/simulated.ts';
import { partnerOf } from '../conversations/walk.ts';
import { startProcess, type BotProcess } from './bot.ts';
import { eventually } from '../eventually.ts';
import { partOf } from './moments.ts';
import { personAt } from './person.ts';
import { expectSound, recordsIn } from './records.ts';

const { t } = words('en');
const partner = partnerOf(2);
const atOnce = 3;

/** Where all of this happens. */
interface Desk {
  readonly user: Client;
  readonly bot: BotProcess;
  readonly simulator: Simulator;
  readonly customer: Customer;
}

/** A change of a customer, and what somebody else makes of the same elsewhere. */
interface Case {
  readonly method: 'PATCH' | 'PUT';
  readonly path: string;
  /** From the customer's card to the last press. */
  readonly ask: (desk: Desk) => Promise<void>;
  readonly elsewhere: (desk: Desk) => Promise<unknown>;
  /** What Partner Center has of it, in words: as it was, as it is asked for, and as somebody made it. */
  readonly has: (desk: Desk) => Promise<string | undefined>;
  readonly states: readonly [before: string, asked: string, other: string];
  /** What the card shows of what stands when somebody changed it. */
  readonly shows: string;
  /** Asks for the same again, from that card on. */
  readonly again: (desk: Desk) => Promise<void>;
}

const at = ({ simulator, customer }: Desk) => simulatedCustomer(simulator, partner, customer.microsoftId);
const subscriptionPath = '/v1/customers/*/subscriptions/*';

const cases: Readonly<Record<string, Case>> = {
  licenses: {
    method: 'PATCH',
    path: subscriptionPath,
    async ask({ user }) {
      await user.press('subscriptions');
      await user.press('licenses');
      await user.press('setLicenses', { quantity: '8' });
    },
    elsewhere: ({ simulator, customer }) =>
      subscribeElsewhere(simulator, partner, customer.microsoftId, { quantity: 9 }),
    has: async (desk) => (await at(desk)).states[0],
    states: ['1 active', '8 active', '9 active'],
    shows: t('count.licenses', { n: 9 }),
    async again({ user }) {
      await user.press('licenses');
      await user.press('setLicenses', { quantity: '8' });
      // Fewer than somebody else made them is asked about.
      const asked = t('licenses.ask.fewer', { from: 9, to: 8, count: t('count.licenses', { n: 1 }) });
      if (user.texts().includes(asked)) await user.press('setLicenses');
    },
  },
  // Made and undone looks like not made: only the version tells.
  suspending: {
    method: 'PATCH',
    path: subscriptionPath,
    async ask({ user }) {
      await user.press('subscriptions');
      await user.press('manage');
      await user.press('suspend');
      await user.press('setStatus');
    },
    async elsewhere({ simulator, customer: { microsoftId } }) {
      await subscribeElsewhere(simulator, partner, microsoftId, { status: 'suspended' });
      await subscribeElsewhere(simulator, partner, microsoftId, { status: 'active' });
    },
    has: async (desk) => (await at(desk)).states[0],
    states: ['1 active', '1 suspended', '1 active'],
    shows: t('lifecycle.renews', { day: '|' }).split('|')[0] ?? '',
    async again({ user }) {
      await user.press('suspend');
      await user.press('setStatus');
    },
  },
  'account info': {
    method: 'PUT',
    path: '/v1/customers/*/profiles/billing',
    async ask({ user }) {
      await user.press('customerDetails');
      await user.press('updateAccount');
      await user.press('update company');
      await user.press('next', { city: 'Seattle' });
      await user.press('submit');
    },
    elsewhere: ({ simulator, customer }) => moveElsewhere(simulator, partner, customer.microsoftId, 'Tacoma'),
    has: async (desk) => (await at(desk)).billing?.defaultAddress.city,
    states: ['Springfield', 'Seattle', 'Tacoma'],
    shows: 'City: Tacoma',
    async again({ user }) {
      await user.press('submit');
    },
  },
};

const settingsOf = ({ url }: Simulator) => ({
  PARTNER_CENTER: 'rest',
  PARTNER_CENTER_AGREEMENT: 'recorded',
  PARTNER_CENTER_URL: url,
  PARTNER_CENTER_CLIENT_ID: 'customer-desk',
  PARTNER_CENTER_CLIENT_SECRET: planted.secret,
});

/** A desk with a customer that has a license, its card open; cleared when `work` is over. */
async function withDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  const simulator = await startSimulator({ partners: samplePartners });
  const connector = await startConnector();
  sellOneProduct(simulator);
  const bot = await startProcess({ times: {}, settings: settingsOf(simulator) });
  try {
    const user = personAt({ connector, url: () => bot.url() }, { partner });
    const customersOf = () => recordsIn(bot.folder).customers();
    const customer = await existing({ customersOf }, user, partner, [premium]);
    // An order is late: the first look does not find it.
    for (const _look of [1, 2]) await pressAny(user, 'customer', customer.id);
    await work({ user, bot, simulator, customer });
  } finally {
    await bot.clear();
    await connector.close();
    await simulator.close();
  }
}

/** The process ends while Partner Center's answer to the change is on its way: it was made by then, or not. */
async function endMeanwhile({ method, path, ask }: Case, desk: Desk, made: boolean): Promise<void> {
  const { bot, simulator } = desk;
  const kind = made ? 'timeout-after' : 'timeout-before';
  simulator.fault({ kind, method, path });
  await ask(desk);
  await eventually('it was asked for', () => simulator.calls().some((call) => call.fault === kind));
  await bot.kill();
}

const history = async ({ bot }: Desk): Promise<string[]> =>
  (await recordsIn(bot.folder).audit()).flatMap(({ change, outcome }) => (change === undefined ? [] : [outcome]));

async function expectDone(one: Case, desk: Desk): Promise<void> {
  const [, asked] = one.states;
  await eventually('it is told', () => desk.user.title() === t('changed.title'));
  assert.equal(await one.has(desk), asked);
  assert.deepEqual(await history(desk), ['done']);
}

async function expectUnclear(one: Case, desk: Desk): Promise<void> {
  const { user, bot } = desk;
  const [, asked, other] = one.states;
  const shown = await eventually('it is told', () =>
    user
      .cards()
      .map(textsOf)
      .find((texts) => texts.includes(t('unclear.text'))),
  );
  assert.ok(shown.join('\n').includes(one.shows), shown.join('\n'));
  assert.equal(await one.has(desk), other, 'what somebody made is left alone');
  assert.deepEqual(await history(desk), ['unclear']);
  await eventually('nothing is under way', async () => (await recordsIn(bot.folder).changes()).length === 0);
  await one.again(desk);
  // What somebody changed meanwhile is shown before it is submitted.
  if (user.lines().includes(t('review.meanwhile'))) await user.press('submit');
  await user.until(t('changed.title'));
  assert.equal(await one.has(desk), asked);
  assert.deepEqual((await history(desk)).toSorted(), ['done', 'unclear']);
}

describe('a process that ends while Partner Center’s answer to a change is on its way', () => {
  // Alike but for what is changed.
  for (const [what, one] of partOf(Object.entries(cases))) {
    it(`makes it once, or says that nobody can tell: ${what}`, async () => {
      const failed: string[] = [];
      const moments = [true, false].flatMap((made) => [true, false].map((touched) => ({ made, touched })));
      const run = async ({ made, touched }: (typeof moments)[number]): Promise<void> => {
        try {
          await withDesk(async (desk) => {
            assert.equal(await one.has(desk), one.states[0]);
            await endMeanwhile(one, desk, made);
            if (touched) await one.elsewhere(desk);
            await desk.bot.restart();
            await (touched ? expectUnclear(one, desk) : expectDone(one, desk));
            assert.equal((await desk.bot.stop()).code, 0);
            await expectSound(desk.bot.folder);
          });
        } catch (error) {
          const how = `${made ? 'made' : 'not made'}, ${touched ? 'changed by somebody' : 'left alone'}`;
          failed.push(`${how}: ${error instanceof Error ? error.message : 'failed'}`);
        }
      };
      for (let from = 0; from < moments.length; from += atOnce)
        await Promise.all(moments.slice(from, from + atOnce).map(run));
      assert.deepEqual(failed, []);
    });
  }
});
