import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyRetention } from '../../../bot/jobs/retention.ts';
import { createLog } from '../../../bot/log.ts';
import { createTurns } from '../../../bot/turn/turns.ts';
import { words } from '../../../locales/words.ts';
import type { Documents } from '../../../storage/documents.ts';
import { titleOf } from '../../cardReading.ts';
import { client, type Client } from '../../client.ts';
import { everythingIn, useTestBot } from '../../testBot.ts';
import { answersIn, changed, partnerOf, submit, toReview } from '../walk.ts';
import { csvOf, existingRow, newRow } from './files.ts';
import { customers, users, workCollections } from '../../../storage/collections.ts';
import { imports } from '../../../storage/importCollections.ts';
import { eraseRecord } from '../existing.ts';

const { t } = words('en');
const partner = partnerOf(2);
const day = 86_400_000;

const ended = (user: Client) => user.until(() => user.cards().some((card) => titleOf(card) === t('importDone.title')));

describe('what an import leaves', () => {
  let documents: Documents | undefined;
  const bot = useTestBot({ documentsOf: (stored) => (documents = stored) });
  const person = (): Client => client(bot(), { manner: 'teams', partner });
  const tidy = async (): Promise<void> => {
    assert.ok(documents);
    const everyone = users(documents);
    await applyRetention({
      partners: () => [partner],
      documents,
      people: everyone,
      customers: customers(documents),
      turns: createTurns(everyone),
      ...workCollections(documents),
      imports: imports(documents),
      now: () => bot().clock.now,
      log: createLog('silent'),
    });
  };
  /** So many days go by, and each is tidied. */
  const days = async (count: number): Promise<void> => {
    for (let passed = 0; passed < count; passed += 1) {
      bot().clock.now = new Date(bot().clock.now.getTime() + day);
      await tidy();
    }
  };
  before(() => days(8));
  const left = async (kind: string): Promise<number> =>
    (await documents?.list(kind, partner.tenantId, { limit: 1_000 }))?.items.length ?? 0;

  it('holds nothing of customers that are recorded, and of the others only what was sent, for a week', async () => {
    const user = person();
    const [good, bad] = [
      newRow({ companyName: 'Graphic Design Institute' }),
      newRow({ companyName: 'Lucerne', email: 'x' }),
    ];
    await user.say(csvOf([good, bad]));
    await user.press('importSubmit');
    await ended(user);
    const rows = JSON.stringify(await documents?.list('import-rows', partner.tenantId, { limit: 10 }));
    assert.ok(rows.includes('Lucerne') && !rows.includes('Graphic Design Institute'));
    await user.press('importRows');
    await days(8);
    assert.deepEqual([await left('imports'), await left('import-rows')], [0, 0]);
    await user.press('importRows');
    assert.ok(user.lines().includes(t('import.gone')));
  });

  it('is forgotten after a week when nobody submits it', async () => {
    const user = person();
    await user.say(csvOf([newRow()]));
    assert.deepEqual([await left('imports'), await left('import-rows')], [1, 1]);
    await days(6);
    assert.deepEqual([await left('imports'), await left('import-rows')], [1, 1]);
    await days(2);
    assert.deepEqual([await left('imports'), await left('import-rows')], [0, 0]);
  });

  it('is erased with a customer, who can be imported again', async () => {
    const user = person();
    const row = existingRow({ companyName: 'Southridge Video', domain: 'southridgevideo.example' });
    await user.say(csvOf([row, existingRow({ companyName: '' })]));
    await user.press('importSubmit');
    await ended(user);
    const record = (await bot().customersOf(partner)).find(({ domain }) => domain === row.domain);
    assert.ok(record);
    assert.deepEqual(
      (await bot().auditOf(partner, record.id)).map(({ action }) => action),
      ['imported'],
    );
    await eraseRecord(user, record.id);
    assert.ok(user.lines().includes(t('erase.done')));
    // What is written is in the journal for some seconds more.
    await bot().restart();
    assert.ok(!(await everythingIn(bot().folder)).includes('southridgevideo'));
    await user.say(csvOf([row]));
    assert.ok(user.texts().includes(t('importReview.existing', { n: 1 })));
    await user.press('importSubmit');
    await user.until(() => user.texts().includes(t('importDone.recorded', { n: 1 })));
  });

  it('is erased with a customer from every other file it was in, and from what was shown of its first row', async () => {
    const user = person();
    const row = existingRow({ companyName: 'Wide World Importers' });
    await user.say(csvOf([row]));
    await user.press('importSubmit');
    await ended(user);
    const record = (await bot().customersOf(partner)).find(({ domain }) => domain === row.domain);
    assert.ok(record);
    const other = person();
    await other.say(csvOf([row, existingRow({ companyName: 'Fourth Coffee' })]));
    assert.ok(other.texts().includes(t('importReview.there', { n: 1 })), other.texts().join('\n'));
    await eraseRecord(user, record.id);
    await bot().restart();
    const left = await everythingIn(bot().folder);
    assert.ok(!left.includes('Wide World Importers') && !left.includes(row.domain ?? ''));
    await other.press('importSubmit');
    await other.until(() => other.texts().includes(t('importDone.recorded', { n: 1 })));
  });

  it('makes room for the file that is sent next while nobody submits it, which is said', async () => {
    const user = person();
    await user.say(csvOf([newRow()]));
    const former = user.card();
    const kept = await left('imports');
    for (let count = 0; count < 5; count += 1) await user.say(csvOf([newRow()]));
    assert.deepEqual(user.lines(), [t('import.replaced')]);
    assert.equal(await left('imports'), kept);
    await user.press('importSubmit', {}, former);
    assert.deepEqual(user.lines(), [t('import.gone')]);
    await user.press('importSubmit');
    await ended(user);
    await user.say(csvOf([newRow()]));
    assert.deepEqual(user.lines(), []);
  });

  it('goes on after a restart, and tells its end once', async () => {
    const user = person();
    const rows = [...Array.from({ length: 30 }, () => existingRow()), newRow(), newRow()];
    await user.say(csvOf(rows));
    const before = (await bot().customersOf(partner)).length;
    await user.press('importSubmit');
    await bot().restart();
    await ended(user);
    assert.equal((await bot().customersOf(partner)).length, before + rows.length);
    await bot().restart();
    const ends = user.cards().filter((card) => titleOf(card) === t('importDone.title'));
    assert.equal(ends.length, 1);
  });

  it('is no second record of a customer that a colleague added while it ran', async () => {
    const [user, colleague] = [person(), person()];
    const answers = answersIn();
    const domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
    const release = bot().partnerCenter.hold('order');
    // As many as are worked on at once.
    const before = Array.from({ length: 4 }, () =>
      newRow({ offer: 'Microsoft 365 Business', billing: 'annual', quantity: '1' }),
    );
    await user.say(csvOf([...before, existingRow({ domain })]));
    await user.press('importSubmit');
    await toReview(colleague, changed(answers, { offers: [] }));
    await submit(colleague);
    release();
    await ended(user);
    assert.ok(user.texts().includes(t('importDone.there', { n: 1 })), user.texts().join('\n'));
    assert.equal((await bot().customersOf(partner)).filter((one) => one.domain === domain).length, 1);
  });
});

describe('what an import leaves in files that cannot be read', () => {
  const bot = useTestBot({ settings: { STORAGE: 'lowdb' } });
  const person = (): Client => client(bot(), { manner: 'teams', partner });

  it('is erased with a customer from a broken copy that was set aside, another partner’s apart', async () => {
    const user = person();
    const row = existingRow({ companyName: 'Margie’s Travel' });
    await user.say(csvOf([row]));
    await user.press('importSubmit');
    await ended(user);
    const record = (await bot().customersOf(partner)).find(({ domain }) => domain === row.domain);
    assert.ok(record);
    const aside = join(bot().folder, 'quarantine');
    await bot().restart(async () => {
      await mkdir(aside, { recursive: true });
      const broken = (of: string) => `{"partner":"${of}","value":{"domain":"${row.domain ?? ''}","`;
      await writeFile(join(aside, 'ours.json'), broken(partner.tenantId));
      await writeFile(join(aside, 'theirs.json'), broken(partnerOf(5).tenantId));
    });
    await eraseRecord(user, record.id);
    assert.deepEqual(await readdir(aside), ['theirs.json']);
  });
});

describe('an import that a colleague without the right sends', () => {
  const reader = '00000000-0000-4000-8000-000000000077';
  const bot = useTestBot({ partners: [{ ...partner, users: { [reader]: ['view'] } }] });

  it('is refused, however it is sent', async () => {
    const user = client(bot(), { manner: 'teams', partner, user: reader });
    const said = t('refusal.right');
    await user.say('import');
    assert.ok(user.texts().includes(said));
    await user.say(csvOf([newRow()]));
    assert.ok(user.texts().includes(said));
    for (const verb of [
      'importText',
      'importTemplate',
      'importSubmit',
      'importPage',
      'importRows',
      'importDrop',
      'importStop',
    ]) {
      assert.equal(await user.send({ value: { verb, argument: 'x', csv: csvOf([newRow()]) } }), 200);
      assert.ok(user.texts().includes(said), verb);
    }
    assert.deepEqual(await bot().customersOf(partner), []);
  });
});
