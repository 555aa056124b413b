import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '../../locales/words.ts';
import type { Documents } from '../../storage/documents.ts';
import { passwordsOf, textsOf, titleOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { startTestBot, type TestBot } from '../testBot.ts';
import { answersIn, changed, partnerOf, submit, toReview, walkTo } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const user = randomUUID();

/** Storage that stops at a write, before or after it takes effect, as it does for a process that ends there. */
function mortal(at: number, moment: 'before' | 'after') {
  let armed = false;
  let ended = false;
  let written = 0;
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (ended) throw new Error('the process has ended');
    return work();
  };
  const write = <T>(work: () => Promise<T>): Promise<T> =>
    alive(async () => {
      if (armed) written += 1;
      if (!armed || written !== at) return work();
      ended = true;
      if (moment === 'after') await work();
      throw new Error('the process has ended');
    });
  let starts = 0;
  const documentsOf = (documents: Documents): Documents => {
    starts += 1;
    if (starts > 1) return documents;
    return {
      ...documents,
      get: (key) => alive(() => documents.get(key)),
      list: (kind, owner, page) => alive(() => documents.list(kind, owner, page)),
      insert: (key, ...what) => write(() => documents.insert(key, ...what)),
      replace: (key, ...what) => write(() => documents.replace(key, ...what)),
      remove: (key, etag) => write(() => documents.remove(key, etag)),
    };
  };
  return { documentsOf, arm: () => void (armed = true), ended: () => ended };
}

describe('a process that ends in the middle of a submission', () => {
  let place = '';
  let atReview = '';
  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'customer-desk-ended-'));
    atReview = join(place, 'at-review');
    const bot = await startTestBot({ folder: atReview });
    const offers = ['031C9E47-4802-4248-838E-778FB1D2CC05']; // Office 365 Business Premium
    await toReview(client(bot, { manner: 'teams', partner, user }), changed(answersIn(), { offers }));
    await bot.stop();
  });
  after(() => rm(place, { recursive: true, force: true }));

  /** What a person does who sees no confirmation: says hello, and goes on with what is offered. */
  const asAPersonWould = async (bot: TestBot, person: Client): Promise<void> => {
    if ((await bot.customersOf(partner)).length > 0) return;
    await person.say('hello');
    await person.press('continueDraft');
    await walkTo(person, 'review', {});
    await submit(person);
  };

  const isRight = async (bot: TestBot, person: Client): Promise<void> => {
    const [customer, ...more] = await bot.customersOf(partner);
    assert.ok(customer && more.length === 0, 'one customer');
    for (const stage of [customer.stages.customer, customer.stages.agreement, customer.stages.subscriptions])
      assert.equal(stage?.state, 'done');
    const made = bot.partnerCenter.calls.filter(({ requestId }) => requestId !== undefined);
    const order = ['createCustomer', 'recordAgreement', 'order'];
    for (const name of order)
      assert.equal(new Set(made.filter((call) => call.name === name).map(({ requestId }) => requestId)).size, 1, name);
    const steps = made.map(({ name }) => order.indexOf(name));
    assert.deepEqual(
      steps,
      steps.toSorted((a, b) => a - b),
      'what was written down as done is not begun again',
    );
    const confirmations = person.cards().filter((card) => titleOf(card) === t('confirmation.title'));
    assert.ok(confirmations.length > 0, 'a confirmation');
    const told = confirmations.some(
      (card) => passwordsOf(card).length === 1 || textsOf(card).some((text) => text.includes(t('password.lost'))),
    );
    assert.ok(told, 'the password is shown, or it is said that it is lost');
    const jobs = await bot.jobsOf(partner);
    assert.ok(jobs.every(({ state }) => state === 'done'));
    await person.say('drafts');
    assert.ok(person.texts().includes(t('drafts.none')), 'no draft is left of it');
  };

  /** Ends the process at a write after Submit was pressed; false when there are fewer writes. */
  const endAt = async (write: number, moment: 'before' | 'after'): Promise<boolean> => {
    const folder = join(place, `${moment}-${String(write)}`);
    await cp(atReview, folder, { recursive: true });
    const end = mortal(write, moment);
    const bot = await startTestBot({ folder, documentsOf: end.documentsOf });
    try {
      const person = client(bot, { manner: 'teams', partner, user });
      await person.say('hello');
      await person.press('continueDraft');
      end.arm();
      await person.press('submit');
      await bot.restart();
      await bot.restart(); // the second waits for what the first took up
      await asAPersonWould(bot, person);
      await isRight(bot, person);
      return end.ended();
    } finally {
      await bot.stop();
    }
  };

  for (const moment of ['before', 'after'] as const) {
    it(`leaves one customer and a confirmation, ending ${moment} any of the writes`, async () => {
      let write = 0;
      let reached = true;
      while (reached)
        reached = await endAt((write += 1), moment).catch((error: unknown) => {
          throw new Error(`ending ${moment} write ${String(write)}`, { cause: error });
        });
      assert.ok(write > 10, `only ${String(write)} writes were tried`);
    });
  }
});
