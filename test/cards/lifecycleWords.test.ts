import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { lifecycleWords, subscriptionLine } from '../../cards/customers/subscriptionWords.ts';
import { subscriptions } from '../../gallery/subscriptionStates.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { type Lifecycle, lifecycleOf } from '../../partner-center/lifecycle.ts';
import type { ChosenEnd, Subscription } from '../../partner-center/management.ts';
import type { EndOfTerm, NextTerm } from '../../partner-center/rules/subscriptionRules.ts';
import { addToys, order, practice, type Practised, recorded, simulated } from '../partner-center/alike.ts';

describe('the licenses of the next term', () => {
  for (const locale of locales)
    it(`say which number an offer has that comes with one alone: ${locale}`, () => {
      const { t } = words(locale);
      const shown = subscriptions(words(locale)).find(({ name }) => name === 'next term, at fault and without plans');
      const hint = t('cart.fixed', { n: 1 });
      assert.ok(JSON.stringify(shown?.card).includes(hint), JSON.stringify(shown?.card));
    });
});

const day = '2027-03-02';
const lastDay = '2027-03-01';

/** One of each, and what of it must be in the sentence besides. */
const lives: readonly Lifecycle[] = [
  { kind: 'renews', day },
  { kind: 'renews', day, next: { quantity: 20, term: 'P1M', billing: 'monthly' } },
  { kind: 'cancels', lastDay },
  { kind: 'extends', day },
  { kind: 'extends', day, uplift: 3 },
  { kind: 'extends', day, uplift: 23 },
  { kind: 'undecided', day, lastDay },
  { kind: 'undecided', day, lastDay, uplift: 3 },
  { kind: 'expires', lastDay },
  { kind: 'transitions', day },
  { kind: 'extended', lastDay },
  { kind: 'suspended', billed: true, lastDay, reasons: [] },
  { kind: 'suspended', billed: true, reasons: [] },
  { kind: 'suspended', billed: true, lastDay, reasons: ['NonPayment'] },
  { kind: 'suspended', billed: false, lastDay, reasons: [] },
  { kind: 'suspended', reasons: [] },
  { kind: 'trial', lastDay, becomesPaid: false },
  { kind: 'trial', lastDay, becomesPaid: true },
  { kind: 'trial', becomesPaid: false },
  { kind: 'usage' },
  { kind: 'expired' },
  { kind: 'disabled' },
  { kind: 'deleted' },
  { kind: 'pending' },
  { kind: 'turning', lastDay },
  { kind: 'unknown', lastDay },
  { kind: 'unknown' },
];

describe('the sentence about a subscription', () => {
  for (const locale of locales)
    it(`is another one for each state, and names its days: ${locale}`, () => {
      const spoken = words(locale);
      const said = lives.map((life) => lifecycleWords(life, 'Licenses', spoken));
      assert.equal(new Set(said).size, lives.length, said.join('\n'));
      for (const [at, life] of lives.entries()) {
        const sentence = said[at] ?? '';
        if ('day' in life) assert.ok(sentence.includes(spoken.day(life.day)), sentence);
        if (life.kind === 'undecided') assert.ok(sentence.includes(spoken.day(life.lastDay)), sentence);
        if ('uplift' in life) assert.ok(sentence.includes(String(life.uplift)), sentence);
        if ('next' in life) assert.ok(sentence.includes(spoken.t('count.licenses', { n: 20 })), sentence);
        if ('reasons' in life) for (const reason of life.reasons) assert.ok(sentence.includes(reason), sentence);
      }
    });
});

/** A subscription, what was done with it through Partner Center, and where it is then. */
interface Story {
  readonly name: string;
  readonly offer?: string;
  readonly kind: Lifecycle['kind'];
  readonly happens?: (one: Told) => Promise<void>;
}

/** What a story does with its subscription. */
interface Told {
  choose(from: ChosenEnd, to: EndOfTerm): Promise<void>;
  schedule(to: NextTerm): Promise<void>;
  status(to: 'active' | 'suspended' | 'deleted'): Promise<void>;
  count(from: number, to: number): Promise<void>;
  pass(days: number): void;
}

const trial = 'Office 365 Business Premium Trial';

const stories: readonly Story[] = [
  { name: 'as it was bought', kind: 'renews' },
  { name: 'with fewer at renewal', kind: 'renews', happens: (one) => one.schedule({ quantity: 8 }) },
  {
    name: 'renewed with fewer',
    kind: 'renews',
    async happens(one) {
      await one.schedule({ quantity: 8 });
      one.pass(370);
    },
  },
  { name: 'after Cancel was chosen', kind: 'cancels', happens: (one) => one.choose('renew', 'cancel') },
  { name: 'after the extended term was chosen', kind: 'extends', happens: (one) => one.choose('renew', 'extend') },
  {
    name: 'after another choice',
    kind: 'renews',
    async happens(one) {
      await one.choose('renew', 'cancel');
      await one.choose('cancel', 'renew');
    },
  },
  {
    name: 'with its choice deleted by a change of its licenses',
    kind: 'undecided',
    async happens(one) {
      await one.choose('renew', 'cancel');
      await one.count(10, 12);
    },
  },
  {
    name: 'in its extended term',
    kind: 'extended',
    async happens(one) {
      await one.choose('renew', 'extend');
      one.pass(400);
    },
  },
  {
    name: 'in the extended term that nobody chose',
    kind: 'extended',
    async happens(one) {
      await one.choose('renew', 'cancel');
      await one.count(10, 12);
      one.pass(400);
    },
  },
  { name: 'suspended', kind: 'suspended', happens: (one) => one.status('suspended') },
  {
    name: 'after its term while it was suspended',
    kind: 'disabled',
    async happens(one) {
      await one.status('suspended');
      one.pass(380);
    },
  },
  {
    name: 'after the end that was chosen',
    kind: 'disabled',
    async happens(one) {
      await one.choose('renew', 'cancel');
      one.pass(380);
    },
  },
  { name: 'cancelled', kind: 'deleted', happens: (one) => one.status('deleted') },
  { name: 'a trial', kind: 'trial', offer: trial },
  { name: 'a trial that is over', kind: 'expired', offer: trial, happens: async (one) => one.pass(60) },
  { name: 'Azure', kind: 'usage', offer: 'Microsoft Azure' },
];

describe('the same sentence for the same state', () => {
  async function tell(desk: Practised, { offer = 'Office 365 Business', happens }: Story): Promise<Subscription> {
    const partnerCenter = desk.as();
    const { management } = partnerCenter;
    const customer = await addToys(partnerCenter);
    const { min } = recorded(offer);
    const [bought] = await order(desk, partnerCenter, customer, [offer, Math.max(min, 10)]);
    assert.ok(bought !== undefined);
    const { id } = bought;
    const done = async (work: Promise<{ readonly state: string }>): Promise<void> =>
      assert.equal((await work).state, 'done');
    await happens?.({
      choose: (from, to) => done(management.chooseEnd(customer, id, { from, to }, randomUUID())),
      schedule: (to) => done(management.scheduleNextTerm(customer, id, { to }, randomUUID())),
      status: (to) => done(management.changeStatus(customer, id, to, randomUUID())),
      count: (from, to) => done(management.changeQuantity(customer, id, { from, to }, randomUUID())),
      pass: (days) => desk.pass(days),
    });
    const found = (await management.subscriptions(customer)).find((one) => one.id === id);
    assert.ok(found !== undefined);
    return found;
  }

  for (const story of stories)
    it(`is said in practice and with the simulator: ${story.name}`, async () => {
      const said: string[][] = [];
      for (const make of [practice, simulated]) {
        const desk = await make();
        try {
          const found = await tell(desk, story);
          const now = desk.now();
          assert.equal(lifecycleOf(found, now).kind, story.kind);
          said.push(locales.map((locale) => subscriptionLine(found, now, words(locale))));
        } finally {
          await desk.stop();
        }
      }
      assert.deepEqual(said[1], said[0]);
    });
});
