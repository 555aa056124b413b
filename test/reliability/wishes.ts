import assert from 'node:assert/strict';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { cardOf, passwordsOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import type { Connector } from '../connector.ts';
import { answersIn, changed, type Answers } from '../conversations/walk.ts';
import { goOn } from './determined.ts';
import { eventually } from '../eventually.ts';
import { recordsOf, type Records } from './records.ts';

const premium = '031C9E47-4802-4248-838E-778FB1D2CC05'; // Office 365 Business Premium
const business = '61795CAB-2ABD-43F6-88E9-C9ADAE5746E0'; // Microsoft 365 Business
const e3 = '796B6B5F-613C-4E24-A17C-EBA730D49C02'; // Office 365 Enterprise E3

/** Good answers by any clock, under a domain nobody has, with one subscription; a provider's first reseller. */
export const fullAnswers = ({ resellers }: Partner): Answers =>
  changed(answersIn(), {
    agreement: { dateAccepted: '2024-02-29' },
    reseller: { reseller: resellers?.[0]?.tenantId ?? 'none' },
    offers: [premium],
  });

/** The same with two more subscriptions. */
export const severalAnswers = (partner: Partner): Answers =>
  changed(fullAnswers(partner), { offers: [premium, business, e3] });

/** The prefix of the domain that is asked for. */
export const prefixOf = ({ company }: Answers): string => company?.['domainPrefix'] ?? '';

/** What a data folder, or the records that are given, know of one customer. */
export const traceOf = (where: string | Records, answers: Answers) => {
  const records = recordsOf(where);
  const isIt = (domain: string): boolean => domain.startsWith(`${prefixOf(answers)}.`);
  return {
    jobs: async () => (await records.jobs()).filter(({ request }) => isIt(request.customer.domain)),
    customers: async () => (await records.customers()).filter(({ domain }) => isIt(domain)),
    audit: async () => {
      const ids = (await records.customers()).filter(({ domain }) => isIt(domain)).map(({ id }) => id);
      return (await records.audit()).filter(({ record, action }) => ids.includes(record) && action === 'customer');
    },
    drafts: async () =>
      (await records.people())
        .flatMap(({ drafts }) => drafts)
        .filter((draft) => JSON.stringify(draft).includes(prefixOf(answers))),
  };
};

/** How long a submission that was asked for may take to begin. */
const beginning = 500;

/** Goes on until the customer is added and everything is over; then nothing is left over, and it is there once. */
export async function addWhateverHappens(
  user: Client,
  answers: Answers,
  where: string | Records,
  alive?: () => Promise<void>,
): Promise<void> {
  const trace = traceOf(where, answers);
  const isState = async (state: string): Promise<boolean> => (await trace.jobs()).some((job) => job.state === state);
  const isConfirmed = async (): Promise<boolean> =>
    (await trace.jobs()).every(({ state, confirmedAt }) => state !== 'done' || confirmedAt !== undefined);
  await goOn({
    user,
    answers,
    async settled() {
      await alive?.();
      // One that stays so belongs to a turn that was not saved: Submit is pressed again.
      await eventually('a submission begins', async () => !(await isState('intended')), beginning).catch(
        () => undefined,
      );
      await eventually('a submission ends', async () => !(await isState('running')));
      await eventually('it is confirmed', isConfirmed, beginning).catch(() => undefined);
    },
    submitted: async () => (await trace.jobs()).length + (await trace.customers()).length > 0,
    done: async () =>
      (await trace.customers()).length > 0 &&
      // A job whose confirmation was read may wait until its time is over.
      (await trace.jobs()).every(({ state, confirmedAt }) => state === 'done' && confirmedAt !== undefined) &&
      user.cards().flatMap(passwordsOf).length === 0,
  });
  assert.equal((await trace.customers()).length, 1, 'the customer is recorded once');
  assert.equal((await trace.audit()).length, 1, 'who added it is on record once');
  assert.deepEqual(await trace.drafts(), [], 'no draft is left of it');
  await isListed(user, `${prefixOf(answers)}.`);
}

/** Every password a channel was ever given to show. */
export const passwordsIn = ({ calls }: Connector): string[] =>
  calls.flatMap(({ body, number }) => {
    const card = cardOf({ ...body, id: String(number) });
    return card === undefined ? [] : passwordsOf(card);
  });

/** Finds a customer as a person would, who tries again where Partner Center does not answer. */
async function isListed(user: Client, domain: string): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    await user.say('customers');
    if (Object.hasOwn(user.inputs(), 'findCustomer')) break;
  }
  await user.press('findCustomers', { findCustomer: domain });
  assert.ok(user.texts().join('\n').includes(domain), 'the customer is listed');
}
