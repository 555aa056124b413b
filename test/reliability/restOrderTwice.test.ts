import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import type { Customer } from '../../model/customer.ts';
import type { ButtonName, Client } from '../client.ts';
import { existing, pressAny } from '../conversations/existing.ts';
import { premium, type RestBot, sellOneProduct, startRestBot } from '../conversations/restBot.ts';
import { simulated } from '../conversations/simulated.ts';
import { answersIn, partnerOf } from '../conversations/walk.ts';
import { tryAgain } from './person.ts';
import { recordsIn } from './records.ts';
import { restFaults } from './restFaults.ts';
import { prefixOf } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(2);
const mostMoves = 12;

/** The button by which an order goes on. */
const wayOnOf = (user: Client): ButtonName | undefined =>
  (['submit', 'finishChange', 'continueDraft'] as const).find((verb) => user.has(verb)) ?? tryAgain(user);

const faults: typeof restFaults = {
  ...restFaults,
  'is not available, and does nothing': { kind: 'error', status: 503, path: '/v1/**' },
};

describe('the same offer is ordered twice, as many each time, whichever call to it fails once', () => {
  let bot: RestBot;
  beforeEach(async () => {
    bot = await startRestBot();
    sellOneProduct(bot.simulator);
  });
  afterEach(() => bot.stop());

  // Somebody else each time: one user takes so many turns a minute, and no time passes.
  const somebody = (): Client => bot.person({ partner });

  async function customer(): Promise<Customer> {
    const answers = answersIn(partner.country);
    const found = async () =>
      (await recordsIn(bot.folder).customers()).filter(({ domain }) => domain.startsWith(`${prefixOf(answers)}.`));
    return existing({ customersOf: found }, somebody(), partner, [], answers);
  }

  /** Goes on like a person until it is ordered. */
  async function orderWhateverHappens(user: Client, record: string, fault?: FaultInput): Promise<void> {
    await user.say('hello');
    await pressAny(user, 'addSubscription', record);
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '4' });
    if (fault !== undefined) bot.simulator.fault(fault);
    const isOver = (): boolean => user.title() === t('changed.title');
    for (let moves = 0; moves < mostMoves && !isOver(); moves += 1) {
      const wayOn = wayOnOf(user);
      assert.ok(wayOn, `no way on: ${user.texts().join('\n')}`);
      await user.press(wayOn);
      await user.until(() => isOver() || wayOnOf(user) !== undefined);
    }
    assert.equal(user.title(), t('changed.title'));
  }

  for (const [how, fault] of Object.entries(faults))
    it(`a call that ${how}`, async () => {
      let befallen = 0;
      for (let number = 0; ; number += 1) {
        const { id, domain } = await customer();
        const ordered = async () => (await simulated(bot.simulator, partner, domain)).orders.length;
        await orderWhateverHappens(somebody(), id);
        assert.equal(await ordered(), 1);
        const since = bot.simulator.calls().length;
        await orderWhateverHappens(somebody(), id, { ...fault, skip: number });
        bot.simulator.clearFaults();
        const calls = bot.simulator.calls().slice(since);
        const at = calls.find((call) => call.fault !== undefined);
        assert.equal(await ordered(), 2, `ordered once more: ${at?.method ?? ''} ${at?.path ?? 'no fault'}`);
        if (at === undefined) break;
        befallen += 1;
      }
      assert.ok(befallen > 3, String(befallen));
    });
});
