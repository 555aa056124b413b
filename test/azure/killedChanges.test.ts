import assert from 'node:assert/strict';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { words } from '../../locales/words.ts';
import { type ShownCard, textsOf, titleOf } from '../cardReading.ts';
import type { ButtonName, Client, Typed } from '../client.ts';
import { pressAny } from '../conversations/existing.ts';
import { premium } from '../conversations/restBot.ts';
import { simulatedCustomer, subscribeElsewhere } from '../conversations/simulated.ts';
import { openCustomer } from '../conversations/withCustomer.ts';
import { answersIn, changed, isConfirmed, toReview } from '../conversations/walk.ts';
import { eventually } from '../eventually.ts';
import { botsOnTable, type BotsOnTable } from './botsOnTable.ts';
import { killAndFreeze, partnersOf, type Work } from './killAndFreeze.ts';

const { t } = words('en');

const tellsEnd = (card: ShownCard): boolean => textsOf(card).includes(t('changed.relationship'));

/** Milliseconds, on a slow machine. */
const longest = 300_000;

// A turn that stands still does so until it is killed or thawed: one that gave its call up would do its work meanwhile.
// Its lease outlasts a stall of the machine: otherwise the third would have the job before it stands still.
const times = { leaseTime: 6_000, takeUpEvery: 300, takeUpAfter: 300, answerTime: longest };

/** A change that somebody wants of a subscription of one license, and what Partner Center has of it then. */
interface ChangeOfSubscription {
  /** The buttons that lead there, and the one that asks for it. */
  readonly open: ButtonName;
  readonly verb: Work['verb'];
  readonly ask: ButtonName;
  readonly typed?: Typed;
  /** Before, it was suspended elsewhere. */
  readonly isSuspended?: boolean;
  readonly has: { readonly state: string; readonly renewal: string };
}

const changesOfSubscription = {
  licenses: {
    open: 'licenses',
    verb: 'setLicenses',
    ask: 'setLicenses',
    typed: { quantity: '8' },
    has: { state: '8 active', renewal: '8' },
  },
  suspension: {
    open: 'suspend',
    verb: 'setStatus',
    ask: 'setStatus',
    has: { state: '1 suspended', renewal: '1' },
  },
  reactivation: {
    open: 'reactivate',
    verb: 'setStatus',
    ask: 'setStatus',
    isSuspended: true,
    has: { state: '1 active', renewal: '1' },
  },
  'end of term': {
    open: 'endOfTerm',
    verb: 'chooseEnd',
    ask: 'chooseEnd cancel renew',
    has: { state: '1 active', renewal: 'ends' },
  },
  'next term': {
    open: 'nextTerm',
    verb: 'setNextTerm',
    ask: 'setNextTerm',
    typed: { quantity: '3' },
    has: { state: '1 active', renewal: '3' },
  },
} satisfies Readonly<Record<string, ChangeOfSubscription>>;

describe('where a process is killed and another frozen at the calls of a change, a third one', () => {
  let bots: BotsOnTable;
  afterEach(() => bots.clear());

  const recordOf = async ({ tenantId }: Partner) =>
    (await bots.stored.customers.list(tenantId, { limit: 1 })).items[0]?.value;

  const isSettled = async ({ tenantId }: Partner): Promise<boolean> =>
    (await bots.stored.changes.list(tenantId, { limit: 1 })).items.length === 0;

  async function prepare(user: Client, partner: Partner, { open, isSuspended }: ChangeOfSubscription): Promise<void> {
    await toReview(user, changed(answersIn('US'), { offers: [premium] }));
    await user.press('submit');
    await eventually('the customer is there', () => isConfirmed(user));
    const { id = '', microsoftId = '' } = (await recordOf(partner)) ?? {};
    // An order is carried out at the second look.
    await simulatedCustomer(bots.simulator, partner, microsoftId);
    if (isSuspended === true) await subscribeElsewhere(bots.simulator, partner, microsoftId, { status: 'suspended' });
    await openCustomer(user, id);
    await user.press('subscriptions');
    if (open !== 'licenses') await user.press('manage');
    await user.press(open);
  }

  const workOf = (change: ChangeOfSubscription): Work => ({
    calls: 6,
    atLeast: 3,
    prepare: async (user, partner) => prepare(user, partner, change),
    verb: change.verb,
    press: (user) => user.send(user.pressed(change.ask, change.typed)),
    isOver: (user) => user.cards().some((card) => titleOf(card) === t('changed.title')),
    isSettled,
  });

  it('makes it once and tells it once, whatever is changed of a subscription', async () => {
    const changes: readonly ChangeOfSubscription[] = Object.values(changesOfSubscription);
    const works = new Map(changes.map((change) => [workOf(change), change]));
    bots = await botsOnTable({ partners: partnersOf(...works.keys()), times });
    for (const { work, user, partner, name } of await killAndFreeze(bots, ...works.keys())) {
      const change = works.get(work);
      const said = `${change?.ask ?? ''} ${name}`;
      const { microsoftId = '' } = (await recordOf(partner)) ?? {};
      const { states, renewals } = await simulatedCustomer(bots.simulator, partner, microsoftId);
      assert.deepEqual({ states, renewals }, { states: [change?.has.state], renewals: [change?.has.renewal] }, said);
      const path = `/customers/${microsoftId}/subscriptions/`;
      const made = bots.simulator.calls().filter((call) => call.method === 'PATCH' && call.path.includes(path));
      const elsewhere = change?.isSuspended === true ? 1 : 0;
      assert.equal(
        made.filter(({ status, replayed }) => status === 200 && replayed !== true).length,
        1 + elsewhere,
        said,
      );
      assert.equal(user.cards().filter((card) => titleOf(card) === t('changed.title')).length, 1, said);
    }
  }).timeout(2 * longest);

  it('ends a relationship once, and tells it once', async () => {
    const customers = new Map<string, string>();
    const end: Work = {
      calls: 5,
      atLeast: 3,
      prepare: async (user, { tenantId }) => {
        const [there] = bots.simulator.addCustomers(1, tenantId);
        assert.ok(there);
        customers.set(tenantId, there.id);
        await user.hello();
        await pressAny(user, 'customer', `m:${there.id}`);
        await user.press('customerDetails');
        await user.press('endRelationship');
      },
      verb: 'removeRelationship',
      // Its question names the customer beneath its title.
      press: (user) => user.send(user.pressed('removeRelationship', { companyName: user.texts()[1] ?? '' })),
      isOver: (user) => user.cards().some(tellsEnd),
      isSettled,
    };
    bots = await botsOnTable({ partners: partnersOf(end), times });
    for (const { user, partner, name } of await killAndFreeze(bots, end)) {
      const path = `/customers/${customers.get(partner.tenantId) ?? ''}`;
      const made = bots.simulator.calls().filter((call) => call.method === 'PATCH' && call.path.endsWith(path));
      assert.equal(made.filter(({ status, replayed }) => status === 200 && replayed !== true).length, 1, name);
      assert.equal(user.cards().filter(tellsEnd).length, 1, name);
    }
  }).timeout(2 * longest);
});
