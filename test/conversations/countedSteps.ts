import assert from 'node:assert/strict';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { passwordsOf } from '../cardReading.ts';
import type { ButtonName, Client, Typed } from '../client.ts';
import { premium, sellOneProduct, type RestBot } from './restBot.ts';
import { answersIn, changed, filled, isConfirmed, openSections, type Answers } from './walk.ts';

/** The sample partners that can add customers: every type and cloud of them, and the countries with forms of their own. */
export const addingPartners = samplePartners.filter(
  ({ type, cloud: id }) => type !== 'indirect-reseller' && cloud(id).noNewCustomers === undefined,
);

/** The numbers of one customer, added by a person who takes everything that is proposed. */
export interface StepCount {
  /** Buttons pressed from Add customer to Submit, both counted. */
  readonly presses: number;
  /** Inputs a text was typed into. */
  readonly typed: number;
  /** Lists, dates and boxes where something else was chosen than stood there. */
  readonly chosen: number;
  /** Requests to the chat's channel from Add customer to Done, which is one press more. */
  readonly channelCalls: number;
  /** Requests to Partner Center from Add customer to the confirmation. */
  readonly partnerCenterCalls: number;
}

/** Requests to the channel for each press, Done among them. */
export const callsPerPress = ({ presses, channelCalls }: StepCount): number => channelCalls / (presses + 1);

/** Takes what is proposed wherever something is: country, domain, language, date, signer, and one license. */
const answersOf = ({ country, resellers = [] }: Partner): Answers =>
  changed(answersIn(country), {
    company: { domainPrefix: '' },
    agreement: { dateAccepted: '' },
    reseller: { reseller: resellers[0]?.tenantId ?? 'none' },
    offers: [premium],
  });

/** Adds a customer with one offer in Teams' manner, and counts what it took. */
export async function countSteps(bot: RestBot, partner: Partner): Promise<StepCount> {
  const { simulator, connector } = bot;
  simulator.reset();
  sellOneProduct(simulator);
  const user = bot.person({ partner });
  await user.hello();
  const before = connector.calls.length;
  const pressed = await pressThrough(user, answersOf(partner));
  const partnerCenterCalls = simulator.calls().length;
  await user.press('done');
  await user.until(() => passwordsOf(user.card()).length === 0);
  // Stopping waits for what is done after Done.
  await bot.restart();
  return { ...pressed, channelCalls: connector.calls.length - before, partnerCenterCalls };
}

async function pressThrough(user: Client, answers: Answers): Promise<Pick<StepCount, 'presses' | 'typed' | 'chosen'>> {
  const count = { presses: 0, typed: 0, chosen: 0 };
  const press = async (name: ButtonName, values: Typed = {}): Promise<void> => {
    const inputs = user.inputs();
    const given = Object.entries(values).filter(([id, value]) => value !== '' && value !== inputs[id]?.value);
    const texts = given.filter(([id]) => inputs[id]?.type === 'Input.Text');
    count.presses += 1;
    count.typed += texts.length;
    count.chosen += given.length - texts.length;
    await user.press(name, Object.fromEntries(given));
  };
  await press('command addCustomer');
  while (!openSections(user).includes('review')) {
    const open = openSections(user);
    if (open.includes('subscriptions')) await press(`add ${premium}`);
    await press('next', filled(user, answers));
    assert.notDeepEqual(openSections(user), open, `stuck: ${JSON.stringify(user.faults())}`);
  }
  await press('submit');
  await user.until(() => isConfirmed(user));
  return count;
}
