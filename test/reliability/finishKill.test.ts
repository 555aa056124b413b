import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import type { Customer } from '../../model/customer.ts';
import { textsOf, titleOf } from '../cardReading.ts';
import type { ButtonName, Client } from '../client.ts';
import { type Connector, startConnector } from '../connector.ts';
import { cityToReview, existing, pressAny } from '../conversations/existing.ts';
import { planted, premium, sellOneProduct } from '../conversations/restBot.ts';
import { simulatedCustomer } from '../conversations/simulated.ts';
import { partnerOf, submit, toReview } from '../conversations/walk.ts';
import { type BotProcess, startProcess } from './bot.ts';
import { eventually } from '../eventually.ts';
import { type Hold, startHold } from './hold.ts';
import { personAt } from './person.ts';
import { expectSound, recordsIn } from './records.ts';
import { fullAnswers } from './wishes.ts';

const { t } = words('en');
const partner = partnerOf(2);
const company = 'Alpine Ski House';
/** A fault that somebody has to put right: it waits for Finish at once. */
const role = '900150';

describe('a process that ends when a press is saved and answered, and nothing is begun yet', () => {
  let bot: BotProcess;
  let simulator: Simulator;
  let connector: Connector;
  let hold: Hold;
  beforeEach(async () => {
    simulator = await startSimulator({ partners: samplePartners });
    sellOneProduct(simulator);
    connector = await startConnector();
    hold = await startHold(connector.url);
    bot = await startProcess({
      times: {},
      settings: {
        PARTNER_CENTER: 'rest',
        PARTNER_CENTER_AGREEMENT: 'recorded',
        PARTNER_CENTER_URL: simulator.url,
        PARTNER_CENTER_CLIENT_ID: 'customer-desk',
        PARTNER_CENTER_CLIENT_SECRET: planted.secret,
      },
    });
  });
  afterEach(async () => {
    await bot.clear();
    await hold.close();
    await connector.close();
    await simulator.close();
  });

  const person = (): Client =>
    personAt({ connector: { ...connector, url: hold.url }, url: () => bot.url() }, { partner });
  const records = () => recordsIn(bot.folder);
  const refuse = (method: string, path: string): void =>
    simulator.fault({ kind: 'error', code: role, method, path: `/v1/customers/*/${path}` });

  /** A customer, its card open. */
  async function customer(user: Client): Promise<Customer> {
    const added = await existing({ customersOf: () => records().customers() }, user, partner);
    await pressAny(user, 'customer', added.id);
    return added;
  }

  /** Presses; the process ends while the answer is on its way to the channel. */
  async function pressAndKill(user: Client, name: ButtonName): Promise<void> {
    hold.hold();
    const pressed = user.press(name).catch(() => undefined);
    await hold.held(1);
    await bot.kill();
    hold.release();
    await pressed;
    await bot.restart();
  }

  it('does what Finish was pressed for when it is started again: a change', async () => {
    const user = person();
    const { id, microsoftId } = await customer(user);
    await cityToReview(user, 'Seattle');
    refuse('PUT', 'profiles/billing');
    await user.press('submit');
    await user.until(t('unfinished.title'));
    await pressAndKill(user, 'finishChange');
    await eventually('it is told', () => user.title() === t('changed.title'));
    assert.equal((await simulatedCustomer(simulator, partner, microsoftId)).billing?.defaultAddress.city, 'Seattle');
    await eventually('nothing is under way', async () => (await records().changes()).length === 0);
    const lines = (await records().audit()).filter(({ record, action }) => record === id && action === 'account');
    assert.deepEqual(lines.map(({ outcome }) => outcome).toSorted(), ['done', 'failed']);
    assert.equal((await bot.stop()).code, 0);
    await expectSound(bot.folder);
  });

  it('does what Finish was pressed for when it is started again: a submission', async () => {
    const user = person();
    await toReview(user, { ...fullAnswers(partner), offers: [] });
    refuse('POST', 'agreements');
    await submit(user);
    assert.ok(user.has('finish'));
    const first = user.card();
    await pressAndKill(user, 'finish');
    await eventually('it is told', () => user.title() === t('confirmation.title') && user.card().id !== first.id);
    assert.ok(!user.has('finish'));
    const [job] = await records().jobs();
    assert.deepEqual([job?.state, job?.stages.agreement?.state, job?.finishing], ['done', 'done', undefined]);
    assert.equal((await bot.stop()).code, 0);
    await expectSound(bot.folder);
  });

  it('keeps as a draft what was given up when it is started again', async () => {
    const user = person();
    const { id, microsoftId } = await customer(user);
    await user.press('addSubscription');
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '7' });
    refuse('POST', 'carts');
    await user.press('submit');
    await user.until(t('unfinished.title'));
    await pressAny(user, 'customer', id);
    await pressAndKill(user, 'dropChange');
    await eventually('it is told', () => user.lines().includes(t('change.kept')));
    await eventually('it is forgotten', async () => (await records().changes()).length === 0);
    await user.say('drafts');
    const card = user.cards().findLast((one) => titleOf(one) === t('drafts.title'));
    const name = t('purpose.subscriptions', { company });
    assert.equal((card === undefined ? [] : textsOf(card)).filter((text) => text === name).length, 1);
    await user.press('continueDraft');
    await user.press('submit');
    await user.until(t('changed.title'));
    assert.deepEqual((await simulatedCustomer(simulator, partner, microsoftId)).states, ['7 active']);
    assert.equal((await bot.stop()).code, 0);
    await expectSound(bot.folder);
  });
});
