import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '../../locales/words.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Documents, Json } from '../../storage/documents.ts';
import { recordsIn } from '../reliability/records.ts';
import { eventually } from '../eventually.ts';
import { existing, pressAny } from './existing.ts';
import { premium, sellOneProduct, startRestBot, type RestBot } from './restBot.ts';
import { simulated } from './simulated.ts';
import { answersIn, changed, partnerOf, toReview } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

describe('a data folder that was copied before an order was made, and is put back after it', () => {
  let bot: RestBot;
  let place: string;
  let folder = '';
  /** Tells of a document whether the folder is to be copied when it was written. */
  let isMoment: (kind: string, text: string) => boolean = () => false;
  let copies = 0;

  const copying = (documents: Documents): Documents => ({
    ...documents,
    async replace(key, value: Json, etag) {
      const written = await documents.replace(key, value, etag);
      if (isMoment(key.kind, JSON.stringify(value))) {
        isMoment = () => false;
        copies += 1;
        await cp(folder, join(place, String(copies)), { recursive: true, filter: (name) => !name.endsWith('/lock') });
      }
      return written;
    },
  });

  beforeEach(async () => {
    copies = 0;
    place = await mkdtemp(join(tmpdir(), 'customer-desk-copies-'));
    bot = await startRestBot({ settings: { STORAGE: 'lowdb' }, documentsOf: copying });
    folder = bot.folder;
    sellOneProduct(bot.simulator);
  });
  afterEach(async () => {
    await bot.stop();
    await rm(place, { recursive: true });
  });

  const putBack = () =>
    bot.restart(async () => {
      await rm(folder, { recursive: true });
      await cp(join(place, String(copies)), folder, { recursive: true });
    });
  const isOver = async () => (await recordsIn(folder).jobs()).every(({ state }) => state === 'done');

  it('does not order the subscriptions of a new customer again', async () => {
    const user = bot.person({ partner });
    const answers = changed(answersIn(), { offers: [premium] });
    const domain = `${answers.company?.['domainPrefix'] ?? ''}${cloud(partner.cloud).suffix}`;
    isMoment = (kind, text) => kind === 'jobs' && /"agreement":\{"state":"done"/.test(text);
    await toReview(user, answers);
    await user.press('submit');
    await user.until(t('confirmation.title'));
    const orders = (await simulated(bot.simulator, partner, domain)).orders;
    assert.equal(orders.length, 1);
    await putBack();
    await eventually('it has ended', isOver);
    assert.deepEqual((await simulated(bot.simulator, partner, domain)).orders, orders);
    const [record] = (await recordsIn(folder).customers()).filter((one) => one.domain === domain);
    assert.equal(record?.stages.subscriptions?.state, 'done');
    assert.equal(record.stages.subscriptions.lines[0]?.fault, undefined);
  });

  it('does not order a subscription of an existing customer again', async () => {
    const user = bot.person({ partner });
    const records = { customersOf: () => recordsIn(folder).customers() };
    const customer = await existing(records, user, partner);
    await pressAny(user, 'addSubscription', customer.id);
    await user.press(`add ${premium}`);
    await user.press('next', { 'count-0': '4' });
    isMoment = (kind, text) => kind === 'changes' && /"state":"running"/.test(text);
    await user.press('submit');
    await user.until(t('changed.title'));
    const { orders } = await simulated(bot.simulator, partner, customer.domain);
    assert.equal(orders.length, 1);
    await putBack();
    await eventually('it has ended', async () => (await recordsIn(folder).changes()).length === 0);
    assert.deepEqual((await simulated(bot.simulator, partner, customer.domain)).orders, orders);
  });
});
