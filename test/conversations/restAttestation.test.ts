import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Customer } from '../../model/customer.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { recordsIn } from '../reliability/records.ts';
import { premium, useRestBot, type RestBot } from './restBot.ts';
import { changesOf, simulated } from './simulated.ts';
import { answersIn, changed, partnerOf, submit, toReview, type Answers } from './walk.ts';

const { t } = words('en');
const direct = partnerOf(2);
const page = cloud('global').acceptancePage ?? '';

const domainOf = ({ company }: Answers): string => `${company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;

/** Submits a customer; gives its record when the confirmation is there, and the titles that were seen. */
async function added(bot: RestBot, user: Client, offers: readonly string[] = [premium]) {
  const answers = changed(answersIn(), { offers });
  const seen = await toReview(user, answers);
  await submit(user);
  const record = (await recordsIn(bot.folder).customers()).find(({ domain }) => domain === domainOf(answers));
  assert.ok(record);
  return { record, seen };
}

const waiting = async (bot: RestBot, { id }: Customer) =>
  (await recordsIn(bot.folder).changes()).find(({ customer }) => customer.record === id);

describe('a customer that accepts the agreement on a page of Microsoft’s', () => {
  const accept = 'https://mca.example/accept?id={id}';
  const bot = useRestBot({
    settings: { PARTNER_CENTER_AGREEMENT: 'enhanced', PARTNER_CENTER_ATTESTATION_PAGE: accept },
  });
  beforeEach(() => bot().simulator.setPartner({ ...direct, legacyAttestation: false }));
  const attestationOn = (user: Client): string => {
    const address = user.texts().find((text) => text.startsWith('https://mca.example/'));
    assert.ok(address, user.texts().join('\n'));
    return new URL(address).searchParams.get('id') ?? '';
  };

  for (const offers of [[premium], []]) {
    it(`is asked who accepts, gets the page, and has its agreement made of that once (${String(offers.length)} orders)`, async () => {
      const user = bot().person({ partner: direct });
      const called = bot().simulator.calls().length;
      const { record, seen } = await added(bot(), user, offers);
      assert.ok(seen.some((line) => line.includes(t('sections.contactAgreement'))));
      const id = attestationOn(user);
      const confirmation = user.card();
      assert.equal((await waiting(bot(), record))?.what.kind, offers.length > 0 ? 'order' : 'agreement');
      await user.press('checkAgreement', {}, confirmation);
      await user.until(t('acceptance.waitingTitle'));
      assert.equal(attestationOn(user), id, 'it is one page');
      bot().simulator.attestation(id, true);
      await user.press('checkAgreement', {}, confirmation);
      await user.until(t('changed.title'));
      await eventually('all is over', async () => (await waiting(bot(), record)) === undefined);
      const there = await simulated(bot().simulator, direct, record.domain);
      assert.deepEqual(
        [there.customers.length, there.signers, there.orders.length],
        [1, ['ana.lima@alpineskihouse.example'], offers.length],
      );
      const made = changesOf(bot().simulator.calls().slice(called)).filter((call) => call.endsWith('201'));
      assert.equal(made.filter((call) => call === 'POST attestations/enhanced (app-only) 201').length, 1);
      assert.equal(made.filter((call) => call === 'POST customers/*/agreements (app-only) 201').length, 1);
    });
  }

  it('may accept in its admin center as well', async () => {
    const user = bot().person({ partner: direct });
    const { record } = await added(bot(), user);
    bot().simulator.setCustomer(record.microsoftId, { directSigned: true });
    await user.press('checkAgreement');
    await user.until(t('changed.title'));
    assert.equal((await simulated(bot().simulator, direct, record.domain)).orders.length, 1);
  });
});

describe('a customer whose acceptance the partner may record no more', () => {
  const bot = useRestBot();
  const user = (): Client => bot().person({ partner: direct });
  const expectAsked = async (person: Client, record: Customer): Promise<void> => {
    assert.ok(person.texts().includes(page), person.texts().join('\n'));
    assert.equal((await waiting(bot(), record))?.state, 'unfinished');
    bot().simulator.setCustomer(record.microsoftId, { directSigned: true });
    await person.press('checkAgreement');
    await person.until(t('changed.title'));
    const there = await simulated(bot().simulator, direct, record.domain);
    assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 0, 1]);
  };

  it('is asked to accept by itself, since that way was retired', async () => {
    bot().simulator.setPartner({ ...direct, legacyAttestation: false });
    const person = user();
    const { record } = await added(bot(), person);
    await expectAsked(person, record);
  });

  it('is asked to accept by itself where Partner Center names no such agreement', async () => {
    bot().simulator.setPartner({ ...direct, legacyAttestation: true });
    // Templates are kept for an hour.
    bot().clock.now = new Date(bot().clock.now.getTime() + 2 * 60 * 60_000);
    bot().simulator.fault({
      kind: 'answer',
      method: 'GET',
      path: '/v1/agreements',
      status: 200,
      body: { items: [] },
      times: 50,
    });
    const person = user();
    const { record } = await added(bot(), person);
    bot().simulator.clearFaults();
    await expectAsked(person, record);
  });
});
